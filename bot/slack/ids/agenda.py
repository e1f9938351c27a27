"""Ids of the agenda's buttons and dialogs."""

from enum import StrEnum


class ItemPress(StrEnum):
    ADD = "proposals.add"  # value: meeting
    EDIT = "proposals.edit"  # value: item
    WITHDRAW = "proposals.withdraw"  # value: item
    RESTORE = "proposals.restore"  # value: item
    SUPPORT = "proposals.support"  # value: item
    HISTORY = "proposals.history"  # value: item
    ASK_OFF = "proposals.ask_off"  # value: item
    AGAIN = "proposals.again"  # value: item


class ItemForm(StrEnum):
    ADD = "proposals.form_add"
    EDIT = "proposals.form_edit"
    ASK_OFF = "proposals.form_ask_off"


class AgendaPress(StrEnum):
    MINE = "agenda.mine"  # value: meeting
    ORGANIZE = "agenda.organize"  # value: meeting
    FREEZE = "agenda.freeze"  # value: meeting
    FREEZE_ANYWAY = "agenda.freeze_anyway"  # value: meeting; whoever comes
    TAKE_BACK = "agenda.take_back"  # value: meeting
    WAITING = "agenda.waiting"  # value: meeting
    ARRANGE = "agenda.arrange"  # value: meeting
    SUPPORT = "agenda.support"  # value: meeting
    LINKS = "agenda.links"  # value: meeting
    SORT = "agenda.sort"  # value: meeting
    UNSORT = "agenda.unsort"  # value: meeting and the items in their order before
    HISTORY = "agenda.history"  # chosen: item
    PICK = "agenda.pick"  # chosen: item, before the organiser
    PICK_OWN = "agenda.pick_own"  # chosen: item, before its proposer


class RulePress(StrEnum):
    """What an organiser does with one item; value: item."""

    UP = "agenda.up"
    DOWN = "agenda.down"
    DEFER = "agenda.defer"
    RECALL = "agenda.recall"
    ACCEPT = "agenda.accept"
    CARRY = "agenda.carry"
    DECLINE = "agenda.decline"
    RETURN = "agenda.return"
    MERGE = "agenda.merge"
    TAKE_APART = "agenda.take_apart"
    RECONSIDER = "agenda.reconsider"
    NOT_NOW = "agenda.not_now"


class PutOffPress(StrEnum):
    LIST = "deferrals.list"  # value: meeting
    FETCH = "deferrals.fetch"  # value: item
    SEND_BACK = "deferrals.send_back"  # value: item on the coming agenda
    DROP = "deferrals.drop"  # value: item
    PICK_UP = "deferrals.pick_up"  # value: item


class AgendaForm(StrEnum):
    ARRANGE = "agenda.form_arrange"
    DEFER = "agenda.form_defer"
    DECLINE = "agenda.form_decline"
    RETURN = "agenda.form_return"
    MERGE = "agenda.form_merge"
    DROP = "deferrals.form_drop"
