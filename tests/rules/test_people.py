"""Organisations, the last organiser, suggestions and requests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal, Unclear, WrongMoment
from bot.rules import people as rules
from bot.rules.people import OrganisationDraft
from storage.vocabulary import (
    JoinState,
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
