"""People: names in any case, initials, patronymics, names of other languages."""
