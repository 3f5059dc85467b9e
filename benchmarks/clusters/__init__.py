"""What the register makes of clusters of documents, against what was written down from their texts by hand."""
