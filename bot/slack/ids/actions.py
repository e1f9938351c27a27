"""Ids of the buttons and dialogs about actions and questions."""

from enum import StrEnum


class ActionPress(StrEnum):
    NEW = "actions.new"  # no value: the channel says which series
    PAGE = "actions.page"  # value: "series:start:all" or "series:start:mine"
    DONE = "actions.done"  # value: action
    ANSWER = "actions.answer"  # value: action
    MOVE = "actions.move"  # value: action
    REFUSE = "actions.refuse"  # value: action
    REOPEN = "actions.reopen"  # value: action
    MORE = "actions.more"  # an overflow menu: "history:7", "block:7" …
    HISTORY = "actions.history"  # value: action


class ActionMore(StrEnum):
    """What the overflow menu of an action holds."""

    HISTORY = "history"
    HAND_OVER = "hand_over"
    BLOCK = "block"
    DROP = "drop"


class ActionForm(StrEnum):
    NEW = "actions.form_new"
    ANSWER = "actions.form_answer"
    MOVE = "actions.form_move"
    BLOCK = "actions.form_block"
    DROP = "actions.form_drop"
    HAND_OVER = "actions.form_hand_over"
