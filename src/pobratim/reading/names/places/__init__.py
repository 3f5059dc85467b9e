"""Places: the gazetteer, names it does not list, adjectives and inhabitants of places, authorities' seats."""
