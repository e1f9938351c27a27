"""What the people of the story say, in Danish and English.

The facts are those of a real kind of meeting; dates and names are the same in both.
"""

from dataclasses import dataclass

from bot.demo.cast import Cast


@dataclass(frozen=True)
class Lines:
    """What is typed, and the few words by which a lasting effect is known in the workspace."""

    when: str
    barred: str
    telephone: str
    telephone_background: str
    item: str
    """How a mention says that an item follows."""
    log: str
    rollout: str
    planned: str
    apologies: str
    rule: str
    rule_due: str
    facility: str
    expected: str
    display: str
    asked_by: str
    next_when: str
    remark: str
    reply: str
    answer: str
    # signs
    telephone_sign: str
    rule_sign: str
    expected_sign: str
    deferred_sign: str
    none_waiting_sign: str
    draft_sign: str
    minutes_sign: str


FACILITY_SIGN = "facilitytype"
DISPLAY_SIGN = "minlog"

DANISH = Lines(
    when="torsdag d. 10. marts 2022 kl. 14-15.15",
    barred="Spærring for ikke-digitale borgere, før aftaler kan deles",
    telephone="Håndtering af telefonnumre: tekst og specialtegn",
    telephone_background="Må feltet rumme tekst og specialtegn, fx »+45« og »privat«?",
    item="punkt:",
    log="Visning af logoplysninger i systemerne og på sundhed.dk",
    rollout="Fælles Stamkort tages i brug i de første kommuner",
    planned="uge 12/2022",
    apologies="Møde i styregruppen",
    rule="Løsningsmuligheder for forretningsreglen om automatisk opdatering",
    rule_due="1. april",
    facility="Hvordan skal healthcareFacilityType bruges i Aftaleoversigten?",
    expected="Løsningen ventes medio april. Derefter kan aftaler deles efter serviceloven.",
    display="Hvordan må medarbejderes navne vises i MinLog?",
    asked_by="Silkeborg Kommune",
    next_when="25. april 2022 kl. 14-15.15",
    remark="KMD bad om, at release af begge løsninger følges ad.",
    reply="Tak. Det fremgår af status fra KMD.",
    answer="SDS foreslår en månedlig, automatisk hentning.",
    telephone_sign="telefon",
    rule_sign="automatisk",
    expected_sign="medio",
    deferred_sign="udsat",
    none_waiting_sign="venter på svar: 0",
    draft_sign="udkast",
    minutes_sign="Referat",
)

ENGLISH = Lines(
    when="Thursday 10 March 2022 14:00-15:15",
    barred="Opt-out for citizens without digital post before agreements are shared",
    telephone="Handling of telephone numbers: text and special characters",
    telephone_background="May the field hold text and special characters, such as “+45”?",
    item="item:",
    log="Display of log data in the systems and on sundhed.dk",
    rollout="Fælles Stamkort goes live in the first municipalities",
    planned="week 12/2022",
    apologies="Steering group meeting",
    rule="Options for the business rule on automatic update",
    rule_due="1 April",
    facility="How is healthcareFacilityType to be used in Aftaleoversigt?",
    expected="The solution is expected mid April. Agreements can then be shared.",
    display="How may the names of staff be shown in MinLog?",
    asked_by="Silkeborg Kommune",
    next_when="25 April 2022 14:00-15:15",
    remark="KMD asked for both solutions to be released together.",
    reply="Thank you. It stands in KMD’s status.",
    answer="SDS proposes a monthly, automatic update.",
    telephone_sign="telephone",
    rule_sign="automatic",
    expected_sign="mid april",
    deferred_sign="deferred",
    none_waiting_sign="waiting for an answer: 0",
    draft_sign="draft",
    minutes_sign="Minutes",
)


def said_in(cast: Cast) -> Lines:
    """The lines in the workspace's language."""
    return ENGLISH if cast.workspace.language == "en" else DANISH
