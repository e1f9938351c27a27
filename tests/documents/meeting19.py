"""The joint meeting no. 19 as the cycle would hand it over, in Danish."""

from datetime import UTC, datetime

from bot.documents.context import (
    Absence,
    ActionRow,
    Address,
    AgendaPaper,
    Change,
    Draft,
    Entry,
    InvitationPaper,
    Item,
    Meeting,
    MinutesPaper,
    NextMeeting,
    Option,
    Party,
    Poll,
    Span,
    StatusRow,
    SupplementPaper,
    TreatedItem,
)
from bot.documents.questions import Answered, Question
from storage.vocabulary import (
    ActionState,
    AgendaChangeKind,
    CertificationState,
    EntryKind,
    FormatChoice,
    ItemOrigin,
    ItemState,
    MeetingFormat,
    PollOutcome,
    Purpose,
)

WHEN = Span(datetime(2022, 3, 10, 13, 0, tzinfo=UTC), datetime(2022, 3, 10, 14, 15, tzinfo=UTC))

MEETING = Meeting(
    series="Fællesmøde EOJ-leverandører SDS & MedCom",
    number=19,
    title="Fællesmøde nr. 19",
    subject="Fælles Stamkort og Aftaleoversigt",
    when=WHEN,
    made_at=datetime(2022, 3, 3, 11, 0, tzinfo=UTC),
    place="Teams",
    issued_by="MedCom",
    chair="Karen Lund, MedCom",
    minute_taker="Jonas Friis, MedCom",
    attending=(
        Party("MedCom", ("Karen Lund", "Jonas Friis")),
        Party("Systematic", ("Peter Winther", "Lise Bech")),
        Party("KMD", ("Henrik Storm",)),
        Party("Dedalus", ("Sofie Krag",)),
    ),
    apologies=(Absence("SDS", ("Mette Dahl",), "deltager i et andet møde"),),
)

CURA_STATUS = StatusRow(
    vendor="Systematic",
    product="Cura",
    solution="Fælles Stamkort",
    certification=CertificationState.CERTIFIED,
    rollout="De første fire kommuner går i gang. Starten er flyttet fra uge 9, fordi SDS skal "
    "varsles en måned før.",
    planned="fra uge 12/2022",
    needs="SDS: mulighed for automatisk opdatering",
    new=True,
)

STATUS = (
    CURA_STATUS,
    StatusRow(
        vendor="Systematic",
        product="Cura",
        solution="Aftaleoversigt",
        certification=CertificationState.NOT_APPLIED,
        rollout="Tidsplanen er under planlægning.",
        planned="4. kvartal 2022",
    ),
    StatusRow(
        vendor="KMD",
        product="Nexus",
        solution="Fælles Stamkort",
        certification=CertificationState.CERTIFIED,
        rollout="Pilotafprøvning i Silkeborg er i gang. Begge løsninger ventes i samme release.",
        new=True,
    ),
    StatusRow(
        vendor="Dedalus",
        solution="Fælles Stamkort",
        certification=CertificationState.APPLIED,
        rollout="Første release til kundetest i Sønderborg.",
        planned="1. februar 2022",
        needs="Kommunerne opfordres til at bestille.",
        stale=True,
    ),
    StatusRow(
        vendor="Dedalus",
        solution="Aftaleoversigt",
        rollout="Tre måneder efter Fælles Stamkort.",
        stale=True,
    ),
)

TELEPHONE_NUMBERS = Item(
    "6.1",
    "Håndtering af telefonnumre: tekst og specialtegn tillades",
    Purpose.DISCUSSION,
    presenter="SDS",
    background="Må feltet indeholde andet end cifre, og hvad gør modtageren i så fald?",
    state=ItemState.DEFERRED,
    reason="da SDS ikke deltager",
    origin=ItemOrigin.DEFERRED,
    carried_from=18,
    carried_reason="da SDS ikke deltog",
)

AGENDA_ITEMS = (
    Item("1", "Gensidig orientering", Purpose.INFORMATION, "alle", 20, standing=True),
    Item("1.1", "Status på implementeringsstøtte", Purpose.STATUS, "MedCom", 5),
    Item(
        "1.2",
        "Test og certificering: status og spørgsmål",
        Purpose.DISCUSSION,
        "MedCom",
        10,
        background="Kan certificering og systemintegrationstest hænge bedre sammen i indhold, "
        "timing og konsekvenser?\n\nSDS mangler at svare på brugen af healthcareFacilityType "
        "i Aftaleoversigten.",
        origin=ItemOrigin.OPEN_QUESTION,
        carried_from=18,
    ),
    Item("1.3", "Tidsplaner i de øvrige sektorer", Purpose.INFORMATION, "MedCom", 5),
    Item(
        "2",
        "Status på tidsplaner i kommunerne",
        Purpose.STATUS,
        "alle",
        20,
        background="Herunder behovet for en måneds varsel, før en kommune tager løsningen i brug.",
        standing=True,
    ),
    Item(
        "3",
        "Spærring for ikke-digitale borgere",
        Purpose.INFORMATION,
        "MedCom",
        5,
        background="Kommunale aftaler kan først afleveres til Aftaleoversigten, når løsningen "
        "er på plads. Den ventes start/medio april.",
    ),
    Item(
        "4",
        "Visning af logoplysninger i systemerne og på sundhed.dk",
        Purpose.DISCUSSION,
        "Silkeborg Kommune",
        10,
        background="Silkeborg ønsker ikke medarbejderens fulde navn vist i MinLog, når Fælles "
        "Stamkort hentes.",
        links=(
            Address("https://www.retsinformation.dk/eli/lta/2022/282", "Bekendtgørelse om log"),
            Address(
                "https://medcom.slack.com/files/U1/F2/minlog.pdf", "MinLog – skærmbilleder.pdf"
            ),
        ),
    ),
    Item("5", "Fremtidige møder: fælles eller hver for sig?", Purpose.DECISION, "MedCom", 10),
    Item("6", "Eventuelt", Purpose.INFORMATION, minutes=5, standing=True),
    TELEPHONE_NUMBERS,
)

OPEN_ACTIONS = (
    ActionRow(
        "A-18-02",
        "Svare på, hvordan healthcareFacilityType bruges i Aftaleoversigten",
        "SDS",
        ActionState.OPEN,
        due="1. marts 2022",
        overdue=True,
    ),
    ActionRow("A-18-04", "Sende opdateret tidsplan for Sønderborg", "Dedalus", ActionState.OPEN),
)

FACILITY_TYPE = Question(
    "A-18-02",
    "Hvilke værdier af healthcareFacilityType skal bruges for kommunale aftaler?",
    addressed_to="SDS",
    asked_by="Systematic",
    due="næste møde",
)

LOG_DISPLAY = Question(
    "A-17-01",
    "Kan andre sektorer se i loggen, at en borger har et forløb på rusmiddelområdet?",
    addressed_to="SDS",
    asked_by="Hedensted Kommune",
    answer="Nej. Loggen er kun synlig for borgeren selv.",
    source="SDS, 8. marts 2022",
)

FORMAT_POLL = Poll(
    question="Skal vi fortsætte med fælles møder eller mødes særskilt med hver leverandør?",
    electorate=("Systematic", "KMD", "Dedalus"),
    options=(
        Option(FormatChoice.JOINT, 2, chosen=True),
        Option(FormatChoice.SEPARATE, 0),
        Option(FormatChoice.MIXED, 1),
        Option(FormatChoice.NO_OPINION, 0),
    ),
    outcome=PollOutcome.DECIDED,
    number="5",
    consequence="Møde nr. 20 holdes som fællesmøde.",
)

ENTRIES = {
    "1.1": (
        Entry(EntryKind.NOTE, "Webinaret »Kom godt i gang« blev holdt 7. februar."),
        Entry(
            EntryKind.INFORMATION,
            "Tjek-ind-møder holdes mandagen i ugen før start: 14. marts med fire kommuner, "
            "21. marts med tre og 28. marts med otte.",
            "MedCom",
        ),
    ),
    "1.2": (
        Entry(
            EntryKind.ACTION,
            "Komme tilbage med løsningsmuligheder for forretningsreglen om automatisk opdatering",
            reference="A-19-01",
            owner="SDS",
            due="1. april 2022",
        ),
        Entry(
            EntryKind.QUESTION,
            "Hvilke værdier af healthcareFacilityType skal bruges for kommunale aftaler?",
            reference="A-18-02",
            owner="SDS",
            due="næste møde",
        ),
    ),
    "2": (
        Entry(EntryKind.DECISION, "Den igangværende implementeringsplan fortsætter."),
        Entry(
            EntryKind.NOTE,
            "Uge 12: Favrskov, Ishøj, Esbjerg og Odsherred.\n"
            "Uge 13: Syddjurs, Ikast-Brande og Høje-Taastrup.",
        ),
    ),
    "4": (
        Entry(
            EntryKind.ACTION,
            "Afklare visning af medarbejderens navn i MinLog efter den nye bekendtgørelse",
            reference="A-19-02",
            owner="KL",
        ),
    ),
    "5": (Entry(EntryKind.DECISION, "Møderne fortsætter som fællesmøder."),),
}

MINUTES_ITEMS = tuple(
    TreatedItem(**{**vars(item), "entries": ENTRIES.get(item.number, ()), "minutes": None})
    for item in AGENDA_ITEMS
)

AGENDA = AgendaPaper(
    meeting=MEETING,
    items=AGENDA_ITEMS,
    status=STATUS,
    actions=OPEN_ACTIONS,
    questions=(FACILITY_TYPE,),
)

SUPPLEMENT = SupplementPaper(
    meeting=MEETING,
    number=1,
    changes=(
        Change("2", "Status på tidsplaner i kommunerne", AgendaChangeKind.CHANGED),
        Change("3", "Test og certificering", AgendaChangeKind.DEFERRED, "da SDS ikke deltager"),
        Change("4a", "Skærmning af borgeren i FSK", AgendaChangeKind.ADDED),
    ),
    items=AGENDA_ITEMS,
)

MINUTES = MinutesPaper(
    meeting=MEETING,
    items=MINUTES_ITEMS,
    status=STATUS,
    polls=(FORMAT_POLL,),
    actions=(
        ActionRow(
            "A-19-01",
            "Komme tilbage med løsningsmuligheder for forretningsreglen om automatisk opdatering",
            "SDS",
            ActionState.OPEN,
            due="1. april 2022",
        ),
        ActionRow(
            "A-19-02",
            "Afklare visning af medarbejderens navn i MinLog efter den nye bekendtgørelse",
            "KL",
            ActionState.OPEN,
        ),
        ActionRow(
            "A-18-04",
            "Sende opdateret tidsplan for Sønderborg",
            "Dedalus",
            ActionState.ANSWERED,
            due="10. marts 2022",
            answer="Planen kommer, når kundetesten er afsluttet.",
        ),
    ),
    questions=(FACILITY_TYPE, LOG_DISPLAY),
    answers=(
        Answered(
            1,
            "Kan ibrugtagningen udskydes?",
            "Ja, med en måneds varsel.\nSkriv til SDS, så snart den nye uge er kendt.",
            "SDS",
        ),
        Answered(2, "Hvornår lukker testmiljøet?", "Ved udgangen af april."),
    ),
    next_meeting=NextMeeting(
        title="Fællesmøde nr. 20",
        when=Span(
            datetime(2022, 4, 25, 12, 0, tzinfo=UTC), datetime(2022, 4, 25, 13, 15, tzinfo=UTC)
        ),
        place="Teams",
        form=MeetingFormat.JOINT,
        tentative=True,
    ),
    draft=Draft(1, datetime(2022, 3, 24, 11, 0, tzinfo=UTC)),
)

INVITATION = InvitationPaper(
    meeting=MEETING,
    uid="moede-19@referent.example",
    sequence=0,
    organizer="Karen Lund, MedCom",
    items=AGENDA_ITEMS,
)
