"""Ties: places that are twins or partners, since when and in what state."""
