"""Titles of real meetings: which speak of the same matter, and which are merely related."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.similar import ALIKE, likeness, likest

COMMON = ("Fælles Stamkort og Aftaleoversigt", "FSK")

TELEPHONE = "Håndtering af telefonnumre – tekst og specialtegn tillades"
SHIELDING = "Skærmning af borgeren i Fælles Stamkort"
NAMES = "Visning af medarbejders fulde navn i MinLog på Sundhed.dk"
BLOCKING = (
    "Orientering om afhængighed af løsning for spærring for ikke-digitale borgere for aflevering "
    "af kommunale aftaler til aftaleoversigten"
)
FACILITY = "Svare på, hvordan healthcareFacilityType bruges i Aftaleoversigten"
RULE = "Forretningsregel om automatisk opdatering"
FUTURE = "Drøftelse af behov for fremtidige EOJ-fællesmøder og tilrettelæggelse"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Håndtering af telefonnumre", TELEPHONE),
        ("Haandtering af telefonnumrene", TELEPHONE),
        ("Telefonnumre i FSK: må der stå tekst?", TELEPHONE),
        ("SKÆRMNING AF BORGERE I FSK", SHIELDING),
        ("Skærming af borgeren", SHIELDING),
        ("Borgerens skærmning", SHIELDING),
        ("Fulde navne i MinLog", NAMES),
        ("Spærring for ikke-digitale borgere", BLOCKING),
        ("healthcareFacilityType i aftaleoversigten", FACILITY),
        ("Hvordan bruges healthcareFacilityType?", FACILITY),
        ("Automatisk opdatering af Fælles Stamkort", RULE),
        ("Fremtidige fællesmøder: behov og tilrettelæggelse", FUTURE),
        ("Tidsplanen for Sønderborg", "Sende opdateret tidsplan for Sønderborg"),
        ("Test og certificering", "Status for/spørgsmål rejst ifm. test og certificering"),
        ("Hypercare", "Info om hypercare"),
        ("Tidsplan for Sønderborg 2022", "Tidsplan for Sønderborg"),
        ("Access to the test environment", "Who has access to the test environments?"),
    ],
)
def test_the_same_matter_in_other_words(one, other):
    assert likeness(one, other, COMMON) >= ALIKE
    assert likeness(other, one, COMMON) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ibrugtagning af Fælles Stamkort", SHIELDING),
        ("Test af Fælles Stamkort", "Test og certificering"),
        ("Status på Fælles Stamkort", "Visning af log i Fælles Stamkort"),
        ("Tidsplan for Silkeborg", "Tidsplan for Sønderborg"),
        ("Status på tidsplaner i kommunerne", "Tidsplaner i de øvrige sektorer"),
        ("Certificering af Nexus", "Certificering af Cura"),
        ("Håndtering af fejl", TELEPHONE),
        ("Håndtering af fejl", "Håndtering af telefonnumre"),
        ("Visning af aftaler i fagsystemet", NAMES),
        ("Visning af logoplysninger på sundhed.dk", NAMES),
        ("Arbejdsgange for nye borgere", "Skærmning af nye borgere"),
        ("Digitale borgere", "Vejledning til borgere"),
        ("Tjek ind-møde i uge 12", "Tjek ind-møde i uge 14"),
        ("Samlet release", "Samlet tidsplan"),
        ("Automatisk opdatering", "Manuel opdatering"),
        ("Certificering", "Sammenhæng mellem certificering og systemintegrationstest"),
        ("Borgere", BLOCKING),
        ("Databehandleraftale", "Tilslutningsaftale"),
        ("Release i marts", "Release i april"),
    ],
)
def test_merely_related_matters(one, other):
    assert likeness(one, other, COMMON) < ALIKE
    assert likeness(other, one, COMMON) < ALIKE


def test_the_likest_is_found():
    others = {1: "Håndtering af fejl", 2: TELEPHONE, 3: SHIELDING}
    assert likest("Telefonnumre og specialtegn", others, COMMON) == 2
    assert likest("Hypercare", others, COMMON) is None
    assert likest("Hypercare", {}, COMMON) is None
    assert likest("…", others, COMMON) is None


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_titles_can_be_compared_either_way_round(one, other):
    assert 0 <= likeness(one, other) <= 100
    assert (likeness(one, other) >= ALIKE) == (likeness(other, one) >= ALIKE)
