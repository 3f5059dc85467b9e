"""How the register fares as it grows, on generated claims of which the truth is known."""
