"""Pobratim: an evidence-backed register of cooperation between cities, read from what is written about it."""
