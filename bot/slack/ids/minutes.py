"""Ids of the buttons and dialogs of the running meeting and its minutes."""

from enum import StrEnum


class MinutesPress(StrEnum):
    START = "minutes.start"  # value: meeting
    UNSTART = "minutes.unstart"  # value: meeting
    END = "minutes.end"  # value: meeting
    RESUME = "minutes.resume"  # value: meeting
    SHOW = "minutes.show"  # value: meeting
    ORGANIZE = "minutes.organize"  # value: meeting
    PUBLISH = "minutes.publish"  # value: meeting
    RECALL = "minutes.recall"  # value: meeting
    APPROVE = "minutes.approve"  # value: meeting
    CORRECT = "minutes.correct"  # value: meeting


class TurnPress(StrEnum):
    """The item that is spoken of; the value is the item."""

    BACK = "minutes.turn_back"
    ON = "minutes.turn_on"
    GO = "minutes.turn_to"  # a select of items
    TREAT = "minutes.treat"
    DEFER = "minutes.defer"
    TAKE_UP = "minutes.take_up"


class EntryPress(StrEnum):
    NOTE = "minutes.add_note"  # value: item
    DECISION = "minutes.add_decision"  # value: item
    ACTION = "minutes.add_action"  # value: item
    QUESTION = "minutes.add_question"  # value: item
    CHOOSE = "minutes.choose_entry"  # value: meeting
    MORE = "minutes.entry_more"  # an overflow menu: "edit:7" or "remove:7"
    EDIT = "minutes.edit_entry"  # value: entry
    REMOVE = "minutes.remove_entry"  # value: entry
    RESTORE = "minutes.restore_entry"  # value: entry


class MinutesForm(StrEnum):
    END = "minutes.form_end"
    ADD = "minutes.form_add"
    EDIT = "minutes.form_edit"
    CHOOSE = "minutes.form_choose"
