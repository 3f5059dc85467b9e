"""Who and what is named: one list of entities for a document, from places, people and organizations."""
