"""Ids of the buttons and dialogs about who speaks for an organisation."""

from enum import StrEnum


class MandatePress(StrEnum):
    LIST = "mandates.list"  # value: series:organisation
    PICK = "mandates.pick"  # chosen: series:organisation
    GIVE = "mandates.give"  # value: series:organisation
    SUBSTITUTE = "mandates.substitute"  # value: series:organisation
    END = "mandates.end"  # value: mandate
    TAKE_BACK = "mandates.take_back"  # value: mandate; ends it at once
    WITHDRAW = "mandates.withdraw"  # value: remark
    RESTORE = "mandates.restore"  # value: mandate:last day before it was ended


class MandateForm(StrEnum):
    GIVE = "mandates.form_give"
    SUBSTITUTE = "mandates.form_substitute"
    END = "mandates.form_end"
