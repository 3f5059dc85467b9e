"""The reader: what a Russian text says of cooperation between places."""

from pobratim.reading.reader import READER, read, read_document

__all__ = ["READER", "read", "read_document"]
