"""Titles of offices as they stand in the text, and how far they reach."""
