"""One file for each kind of source: how it is cut into pieces, and how a piece is opened.

``cut(source, settings)`` gives pieces, or an InputError in place of what cannot be read; ``items(piece, settings)``
gives the items of a piece that does not hold them itself: an InputError for one that cannot be had, None for what is
no document (a picture in a crawl, say). It raises InputError where nothing further can be had.
"""
