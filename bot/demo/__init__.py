"""The local workspace: a stand-in for Slack on this machine, for demonstrations and tests.

It speaks Slack's protocol (Web API, Socket Mode, signed HTTP) and knows nothing of the bot that
is connected to it.
"""
