"""Offers: what one side has for, wants from or delivers to another."""
