"""`python -m pobratim` is the command `pobratim`, where its folder is on no path."""

from pobratim.cli import main

main()
