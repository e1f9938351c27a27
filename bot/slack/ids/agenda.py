"""Ids of the agenda's buttons and dialogs."""

from enum import StrEnum


class ItemPress(StrEnum):
    ADD = "proposals.add"  # value: meeting
    EDIT = "proposals.edit"  # value: item
    WITHDRAW = "proposals.withdraw"  # value: item
    RESTORE = "proposals.restore"  # value: item


class ItemForm(StrEnum):
    ADD = "proposals.form_add"
    EDIT = "proposals.form_edit"


class AgendaPress(StrEnum):
    ORGANIZE = "agenda.organize"  # value: meeting
    FREEZE = "agenda.freeze"  # value: meeting
