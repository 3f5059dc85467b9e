"""Road maps and plans of measures as DOCX: their table is read, and comes back with a column of evidence."""
