"""Ids of the polls' buttons and dialogs."""

from enum import StrEnum


class PollPress(StrEnum):
    NEW_FORMAT = "polls.new_format"  # value: meeting
    NEW_CHOICE = "polls.new_choice"  # value: meeting, or meeting and question: "3 Skal vi …?"
    VOTE = "polls.vote"  # value: option
    OPEN = "polls.open"  # value: poll; the dialog in which one votes
    OWN = "polls.own"  # value: poll; what one's own organisation has answered
    ORGANIZE = "polls.organize"  # value: poll
    CLOSE = "polls.close"  # value: poll
    WITHDRAW = "polls.withdraw"  # value: poll
    REOPEN = "polls.reopen"  # value: poll
    SETTLE = "polls.settle"  # value: poll
    APPLY = "polls.apply"  # value: poll


class PollForm(StrEnum):
    FORMAT = "polls.form_format"
    CHOICE = "polls.form_choice"
    VOTE = "polls.form_vote"
    SETTLE = "polls.form_settle"
    APPLY = "polls.form_apply"
