"""Requests to take part, as an organiser sees them."""

from bot.results.people import JoinLine
from bot.work import Work
from storage.queries import people
from storage.tables import JoinRequest, Series


def request_line(work: Work, request: JoinRequest, series: Series, reader: str) -> JoinLine:
    """For the organiser with the user id `reader`, in their language."""
    organisation = (
        people.organisation(work.session, request.organisation_id)
        if request.organisation_id
        else None
    )
    known = people.by_user(work.session, work.by.tenant, reader)
    return JoinLine(
        id=request.id,
        series_id=series.id,
        series=series.name,
        user=request.user,
        name=request.name,
        organisation_id=organisation.id if organisation else None,
        organisation=organisation.short_name if organisation else request.organisation_text,
        pending_title=request.pending_title,
        pending_background=request.pending_background,
        state=request.state,
        language=known.language if known else series.language,
        zone=series.zone,
    )
