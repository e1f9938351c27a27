"""The information barrier as SQL; every list that spans meetings goes through it."""

from sqlalchemy import BindParameter, ColumnElement, exists, or_
from sqlmodel import col

from storage.tables import Meeting, MeetingParty
from storage.vocabulary import MeetingFormat, OrganisationId


def may_see(
    organisation: OrganisationId | BindParameter[int] | None,
) -> ColumnElement[bool]:
    """Meetings that people of an organisation may know of; None is Referent itself.

    A joint meeting is open to its series; a separate one to its parties only.
    """
    if organisation is None:
        return col(Meeting.id).is_not(None)
    party = exists().where(
        col(MeetingParty.meeting_id) == col(Meeting.id),
        col(MeetingParty.organisation_id) == organisation,
    )
    return or_(col(Meeting.format) == MeetingFormat.JOINT, party)
