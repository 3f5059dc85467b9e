"""Sides: who stands on either side of a tie or a document, asked alike by partnerships, agreements and signings."""
