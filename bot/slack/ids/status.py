"""Ids of the status prompts' buttons and dialogs."""

from enum import StrEnum


class StatusPress(StrEnum):
    ASK = "status.ask"  # value: meeting
    CONFIRM = "status.confirm"  # value: round
    UPDATE = "status.update"  # value: round
    KNOWN = "status.known"  # value: series:meeting:vendor:topic, meeting 0 if there is none
    PAGE = "status.page"  # value: meeting


class StatusForm(StrEnum):
    ANSWER = "status.form_answer"
    KNOWN = "status.form_known"
