"""Organisations, the last organiser, suggestions and requests."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal, Unclear, WrongMoment
from bot.rules import people as rules
from bot.rules.people import OrganisationDraft, Term
from storage.vocabulary import (
    JoinState,
    MeetingId,
    OrganisationId,
    OrganisationKind,
    ParticipantId,
    Role,
)

VENDOR = OrganisationKind.VENDOR
DOMAINS = [
    (OrganisationId(1), "medcom.example"),
    (OrganisationId(2), "sds.example"),
    (OrganisationId(3), "kl.sds.example"),
    (OrganisationId(4), ""),
]


@pytest.mark.parametrize(
    ("email", "organisation"),
    [
        ("mette@medcom.example", 1),
        ("METTE@MedCom.Example", 1),
        ("karen@post.sds.example", 2),
        ("per@kl.sds.example", 3),  # the longer domain
        ("x@notmedcom.example", None),
        ("", None),
        ("uden-snabel-a", None),
    ],
)
def test_the_mail_domain_suggests(email, organisation):
    assert rules.suggested(email, DOMAINS) == organisation


def test_the_last_organiser_stays():
    mette, jens = ParticipantId(1), ParticipantId(2)
    rules.keeps_an_organizer([mette], mette, Role.ORGANIZER, stays=True)
    rules.keeps_an_organizer([mette, jens], mette, Role.OBSERVER, stays=True)
    rules.keeps_an_organizer([mette], jens, Role.PARTICIPANT, stays=False)
    for role, stays in ((Role.PARTICIPANT, True), (Role.ORGANIZER, False)):
        with pytest.raises(WrongMoment):
            rules.keeps_an_organizer([mette], mette, role, stays=stays)


def test_a_draft_is_tidied():
    draft = OrganisationDraft("  Sundheds  data ", "", VENDOR, " Cura ", " Post@SDS.dk ")
    assert rules.checked(draft) == OrganisationDraft(
        "Sundheds data", "Sundheds data", VENDOR, "Cura", "sds.dk"
    )


@given(st.builds(OrganisationDraft, st.text(), st.text(), st.just(VENDOR), st.text(), st.text()))
def test_a_draft_fits_the_tables_or_names_its_field(draft):
    refused: Unclear | None = None
    tidy = draft
    try:
        tidy = rules.checked(draft)
    except Unclear as complaint:
        refused = complaint
    if refused:
        assert hasattr(draft, refused.field)
        return
    assert 0 < len(tidy.name) <= rules.LONGEST_NAME
    assert 0 < len(tidy.short_name) <= rules.LONGEST_SHORT_NAME
    assert rules.checked(tidy) == tidy


@given(st.lists(st.sampled_from(["answer", "approve", "decline"]), max_size=12))
def test_a_request_never_leaves_its_approval(steps):
    state = JoinState.ASKED
    for step in steps:
        before = state
        try:
            state = {
                "answer": rules.after_answering,
                "approve": rules.after_approving,
                "decline": rules.after_declining,
            }[step](state)
        except Refusal:
            state = before
        if before is JoinState.APPROVED:
            assert state is JoinState.APPROVED
        if state is JoinState.APPROVED and before is not state:
            assert before in (JoinState.WAITING, JoinState.DECLINED)


# ── Who speaks for an organisation ───────────────────────────────────────────

ANDERS, SOFIE, IDA = ParticipantId(1), ParticipantId(2), ParticipantId(3)
DAY, NEXT_DAY = date(2022, 3, 10), date(2022, 3, 11)
MEETING, OTHER = MeetingId(19), MeetingId(20)


def test_contacts_speak_until_somebody_holds_a_mandate():
    contacts = [ANDERS, SOFIE]
    assert rules.voices(contacts, [], DAY) == {ANDERS, SOFIE}
    assert rules.voices(contacts, [Term(IDA, DAY)], DAY) == {IDA}
    assert rules.voices(contacts, [Term(IDA, NEXT_DAY)], DAY) == {ANDERS, SOFIE}


def test_a_mandate_holds_from_its_first_day_to_its_last():
    term = Term(IDA, DAY, DAY)
    for day, holds in ((date(2022, 3, 9), False), (DAY, True), (NEXT_DAY, False)):
        assert rules.limited([term], day) is holds
        assert rules.has_voice(IDA, [ANDERS], [term], day) is holds
        assert rules.has_voice(ANDERS, [ANDERS], [term], day) is not holds


def test_a_substitute_speaks_at_one_meeting_in_anothers_place():
    instead = Term(IDA, DAY, None, MEETING, ANDERS)
    assert rules.voices([ANDERS, SOFIE], [instead], DAY, MEETING) == {SOFIE, IDA}
    assert rules.voices([ANDERS, SOFIE], [instead], DAY, OTHER) == {ANDERS, SOFIE}
    assert rules.voices([ANDERS, SOFIE], [instead], DAY) == {ANDERS, SOFIE}


def test_nobody_stands_in_for_somebody_without_a_voice():
    terms = [Term(SOFIE, DAY), Term(IDA, DAY, None, MEETING, ANDERS)]
    assert rules.voices([ANDERS], terms, DAY, MEETING) == {SOFIE}


@pytest.mark.parametrize(
    ("term", "field"),
    [
        (Term(IDA, NEXT_DAY, DAY), "until"),
        (Term(IDA, date(2022, 1, 1), date(2022, 3, 9)), "until"),
        (Term(ANDERS, DAY), "person"),
        (Term(ANDERS, date(2022, 3, 1), date(2022, 4, 1)), "person"),
    ],
)
def test_a_mandate_that_cant_be_given_names_the_field(term: Term, field: str):
    held = [Term(ANDERS, date(2022, 4, 1), date(2022, 5, 1))]
    with pytest.raises(Unclear) as refused:
        rules.checked_term(term, DAY, held)
    assert refused.value.field == field


def test_mandates_of_one_person_may_follow_each_other():
    held = [Term(ANDERS, date(2022, 4, 1), date(2022, 5, 1))]
    assert rules.checked_term(Term(ANDERS, date(2022, 5, 2)), DAY, held)
    assert rules.checked_term(Term(ANDERS, DAY, date(2022, 3, 31)), DAY, held)
