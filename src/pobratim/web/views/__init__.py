"""The pages, one module a subject. A view checks what it was given, asks `pobratim.storage`, and renders."""
