"""Facts entered and corrected by people: `slots` says what a fact of each kind has, `typed` reads what was typed."""
