"""Parts of use cases that several features take inside one transaction.

Features in `bot.cycle` don't import each other; what two of them need stands here, as
functions of the running `Work`.
"""
