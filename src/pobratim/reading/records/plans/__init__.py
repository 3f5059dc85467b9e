"""Plans: what the sides mean to do, and until when."""
