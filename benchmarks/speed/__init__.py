"""How fast the reader is, against others and against what no reader could be faster than."""
