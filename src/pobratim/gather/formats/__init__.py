"""One parser a file format: bytes in, a Draft out, or Unreadable with the reason.

Each imports its library when it is called, so that nobody waits for a library whose format does not come.
"""
