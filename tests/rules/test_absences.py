"""Which items wait for an organisation that stays away."""

import pytest

from bot.rules.absences import Party, Subject, needs
from storage.vocabulary import OrganisationId

SDS = Party(OrganisationId(2), ("SDS", "Sundhedsdatastyrelsen", "Karen Holm"))
KL = Party(OrganisationId(6), ("KL", "Kommunernes Landsforening"))


@pytest.mark.parametrize(
    "presenter", ["SDS", "sds", "Karen Holm", "MedCom og SDS", "Karen Holm, SDS"]
)
def test_whoever_presents_is_needed(presenter: str):
    assert needs(Subject(presenter), SDS)


@pytest.mark.parametrize("presenter", ["", "alle", "SDSX", "Karen Holmgaard", "MedCom"])
def test_others_arent(presenter: str):
    assert not needs(Subject(presenter), SDS)


def test_a_time_isnt_an_association():
    assert needs(Subject("KL"), KL)
    assert not needs(Subject("Hedensted, kl. 14.30"), KL)
    assert not needs(Subject("KLAR"), KL)


def test_whom_it_asks_for_whose_answers_it_gathers_or_for_whom_it_waited_before():
    assert needs(Subject(about=SDS.id), SDS)
    assert needs(Subject(required={SDS.id}), SDS)
    assert needs(Subject(waited_for={SDS.id}), SDS)
    assert not needs(Subject(about=KL.id, waited_for={KL.id}), SDS)


def test_a_name_that_is_empty_needs_nobody():
    assert not needs(Subject("alle"), Party(OrganisationId(3), ("", " ")))
