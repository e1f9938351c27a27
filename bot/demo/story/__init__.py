"""The story that the local workspace tells: a joint meeting from the first item to the next one.

`prelude` sets the series up before anybody looks. `script` is the story itself, step by step:
what the page's guide leads a newcomer through, and what plays itself.
"""
