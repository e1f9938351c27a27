"""What the guide says at each step, in Danish and English."""

from collections.abc import Mapping

Line = tuple[str, str]
"""Title and what to do."""

DANISH: Mapping[str, Line] = {
    "plan": (
        "Opret mødet",
        "Send kommandoen, og skriv tidspunktet, som du ville sige det: torsdag d. 10. marts 2022 kl. 14-15.15. Mødet er så tæt på, at det åbner for punkter med det samme.",
    ),
    "command": (
        "Foreslå et punkt",
        "Send kommandoen. Du får et privat svar, hvor punktet kan rettes eller trækkes tilbage.",
    ),
    "button": (
        "Tilføj et punkt med knappen",
        "Sofie trykker på »Tilføj punkt« på dagsordenskortet og foreslår: Håndtering af telefonnumre, ved SDS, 10 minutter.",
    ),
    "mention": (
        "Nævn Referent",
        "Lars er her via Slack Connect og har ingen kommandoer. Han nævner @Referent i stedet.",
    ),
    "ask": (
        "Spørg til status",
        "Send kommandoen, og tryk på »Spørg leverandørerne«. De får et kort i deres direkte beskeder.",
    ),
    "status": (
        "Svar på status",
        "Anders trykker på »Opdatér« på et af kortene og svarer for Systematic: certificeret, de første kommuner, uge 12/2022.",
    ),
    "apologies": (
        "Meld afbud",
        "Karen kan ikke deltage og trykker på »Afbud« på dagsordenskortet.",
    ),
    "defer": (
        "Udsæt et punkt",
        "Punktet om telefonnumre kræver SDS. Vælg »Mødeleder« under dagsordenen, vælg punktet i listen, og tryk på »Udsæt«.",
    ),
    "freeze": (
        "Send dagsordenen",
        "Vælg »Mødeleder« og »Send dagsordenen«. Word-dokument og mødeindkaldelse kommer i kanalen.",
    ),
    "time": (
        "Lad tiden gå",
        "Hele arbejdsrummet følger datoen øverst. Spring frem til mødet.",
    ),
    "start": (
        "Start mødet",
        "Tryk på »Start mødet« under Hjem. Panelet til referatet kommer i din direkte besked.",
    ),
    "action": (
        "Giv SDS en opgave",
        "Tryk på »Opgave« i panelet: Løsningsmuligheder for automatisk opdatering. Ansvarlig er SDS, fristen 1. april.",
    ),
    "facility": (
        "Spørg SDS",
        "Tryk på »Spørgsmål«: Hvordan skal healthcareFacilityType bruges? Til SDS.",
    ),
    "note": (
        "Skriv et notat",
        "Gå til punktet om spærring i listen »Gå til punkt«, og tryk på »Notat«: Løsningen ventes medio april.",
    ),
    "display": (
        "Spørg KL",
        "Gå til punktet om logoplysninger, og tryk på »Spørgsmål«: Hvordan må navne vises i MinLog? Til KL, spurgt af Silkeborg Kommune.",
    ),
    "poll": (
        "Stem om mødeformen",
        "Send kommandoen, og vælg »Om mødeform«. Hver leverandør får én stemme.",
    ),
    "vote_sofie": (
        "Sofie stemmer",
        "Sofie stemmer for Systematic i sin direkte besked: separate møder.",
    ),
    "vote_anders": (
        "Anders retter",
        "Anders er også kontaktperson hos Systematic. Hans svar, fællesmøder, afløser Sofies: én stemme.",
    ),
    "vote_lars": (
        "Lars stemmer",
        "Lars stemmer for KMD: fællesmøder. Ingen kan se de andres svar endnu.",
    ),
    "vote_nina": (
        "Nina stemmer",
        "Nina stemmer for Dedalus: separate møder. Nu har alle stemt, og afstemningen lukker.",
    ),
    "apply": (
        "Planlæg næste møde",
        "Tryk på »Gennemfør« på afstemningens kort, og skriv 25. april 2022 kl. 14-15.15.",
    ),
    "end": (
        "Notér fremmøde, og afslut",
        "Vælg i panelet under »Fremmøde«, hvem der var med. Tryk så på »Afslut mødet«.",
    ),
    "publish": (
        "Send udkastet",
        "Tryk på »Send udkast til kommentering« under Hjem. Det kommer som Word-dokument i kanalen.",
    ),
    "comment": (
        "Skriv en bemærkning",
        "Lars trykker på »Bemærkning« på referatets kort.",
    ),
    "reply": (
        "Svar på bemærkningen",
        "Rul op til panelet for mødet i din direkte besked, og tryk på »Svar uden ændring« eller »Indarbejd«.",
    ),
    "approve": (
        "Godkend referatet",
        "Tryk på »Godkend referatet« under Hjem. Den endelige udgave kommer i kanalen.",
    ),
    "weeks": (
        "Lad uger gå",
        "Brug »Næste dag« og »Næste uge« øverst, til Karen får besked om det, SDS skylder.",
    ),
    "answer": ("Svar på opgaven", "Karen trykker på »Svar« i sin direkte besked."),
    "next": (
        "Se næste dagsorden",
        "Dagsordenen for møde nr. 20 har det udsatte punkt og de åbne spørgsmål af sig selv.",
    ),
}

ENGLISH: Mapping[str, Line] = {
    "plan": (
        "Plan the meeting",
        "Send the command and write the time as you would say it: Thursday 10 March 2022 14:00-15:15. The meeting is so near that it opens for items at once.",
    ),
    "command": (
        "Propose an item",
        "Send the command. A private answer lets you edit or withdraw the item.",
    ),
    "button": (
        "Add an item by button",
        "Sofie presses “Add item” on the agenda card and proposes: Handling of telephone numbers, by SDS, 10 minutes.",
    ),
    "mention": (
        "Mention Referent",
        "Lars is here by Slack Connect and has no commands. He mentions @Referent instead.",
    ),
    "ask": (
        "Ask for status",
        "Send the command and press “Ask the vendors”. They get a card in their direct messages.",
    ),
    "status": (
        "Answer the status prompt",
        "Anders presses “Update” on one of the cards and answers for Systematic: certified, the first municipalities, week 12/2022.",
    ),
    "apologies": (
        "Send apologies",
        "Karen can’t come and presses “Apologies” on the agenda card.",
    ),
    "defer": (
        "Defer an item",
        "The telephone numbers need SDS. Choose “Organiser” beneath the agenda, choose the item in the list and press “Defer”.",
    ),
    "freeze": (
        "Send the agenda",
        "Choose “Organiser” and “Send the agenda”. Word document and invitation land in the channel.",
    ),
    "time": (
        "Let time pass",
        "The whole workspace follows the date at the top. Jump ahead to the meeting.",
    ),
    "start": (
        "Start the meeting",
        "Press “Start the meeting” on the Home tab. The minutes panel comes to your direct message.",
    ),
    "action": (
        "Give SDS an action item",
        "Press “Action” in the panel: Options for automatic update. The owner is SDS, due 1 April.",
    ),
    "facility": (
        "Ask SDS",
        "Press “Question”: How is healthcareFacilityType to be used? To SDS.",
    ),
    "note": (
        "Write a note",
        "Go to the item about the opt-out in the list of items and press “Note”: The solution is expected mid April.",
    ),
    "display": (
        "Ask KL",
        "Go to the item about log data and press “Question”: How may names be shown in MinLog? To KL, asked by Silkeborg Kommune.",
    ),
    "poll": (
        "Poll about the format",
        "Send the command and choose “On the form of meeting”. Each vendor has one vote.",
    ),
    "vote_sofie": (
        "Sofie votes",
        "Sofie votes for Systematic in her direct message: separate meetings.",
    ),
    "vote_anders": (
        "Anders corrects",
        "Anders is a contact of Systematic too. His answer, joint meetings, replaces Sofie’s: one vote.",
    ),
    "vote_lars": (
        "Lars votes",
        "Lars votes for KMD: joint meetings. Nobody sees the others’ answers yet.",
    ),
    "vote_nina": (
        "Nina votes",
        "Nina votes for Dedalus: separate meetings. All have voted, so the poll closes.",
    ),
    "apply": (
        "Plan the next meeting",
        "Press “Carry out” on the poll’s card and write 25 April 2022 14:00-15:15.",
    ),
    "end": (
        "Note attendance, and end",
        "Choose in the panel under “Attendance” who was there. Then press “End the meeting”.",
    ),
    "publish": (
        "Send the draft",
        "Press “Send draft for comments” on the Home tab. It lands in the channel as a Word document.",
    ),
    "comment": ("Make a remark", "Lars presses “Remark” on the card of the minutes."),
    "reply": (
        "Answer the remark",
        "Scroll up to the meeting’s panel in your direct message and press “Reply without change” or “Take in”.",
    ),
    "approve": (
        "Approve the minutes",
        "Press “Approve the minutes” on the Home tab. The final version lands in the channel.",
    ),
    "weeks": (
        "Let weeks pass",
        "Use “Next day” and “Next week” at the top until Karen is reminded of what SDS owes.",
    ),
    "answer": ("Answer the action item", "Karen presses “Answer” in her direct message."),
    "next": (
        "See the next agenda",
        "The agenda of no. 20 holds the deferred item and the open questions by itself.",
    ),
}


def words(language: str) -> Mapping[str, Mapping[str, str]]:
    """Step id → title and what to do."""
    chosen = ENGLISH if language == "en" else DANISH
    return {step: {"title": title, "what": what} for step, (title, what) in chosen.items()}
