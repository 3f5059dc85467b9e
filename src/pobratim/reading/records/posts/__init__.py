"""Posts: who holds which office, of what body and where."""
