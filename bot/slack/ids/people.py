"""Ids of the buttons and dialogs about people, organisations and languages."""

from enum import StrEnum


class PeoplePress(StrEnum):
    LIST = "people.list"  # value: series
    ADD = "people.add"  # value: series
    ORGANISATION = "people.organisation"  # value: series:organisation
    PERSON = "people.person"  # value: participant
    LEAVE = "people.leave"  # value: series
    SPEAK_DANISH = "people.speak_danish"
    SPEAK_ENGLISH = "people.speak_english"


class PeopleForm(StrEnum):
    ADD = "people.form_add"
    ORGANISATION = "people.form_organisation"
    PERSON = "people.form_person"


class JoinPress(StrEnum):
    SUGGESTED = "people.join_suggested"  # value: request:organisation
    CHOSEN = "people.join_chosen"  # value: request:organisation
    OTHER = "people.join_other"  # value: request
    APPROVE = "people.join_approve"  # value: request
    DECLINE = "people.join_decline"  # value: request


class JoinForm(StrEnum):
    OTHER = "people.form_join_other"
    APPROVE = "people.form_join_approve"
