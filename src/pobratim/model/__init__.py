"""The words every part of the house shares: documents, readings, dates, errors, settings.

Nothing here reads text, touches the network or knows a table; every other package may import it.
"""
