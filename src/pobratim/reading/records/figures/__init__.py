"""Figures: measured quantities, their change and their sides."""
