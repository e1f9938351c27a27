"""`python -m bot` is `referent`."""

from bot.cli import main

main()
