"""What the guide says at each step, in Danish and English."""

from collections.abc import Mapping

Line = tuple[str, str]
"""Title and what to do."""

DANISH: Mapping[str, Line] = {
    "plan": (
        "Opret mødet",
        "Skriv /moede nyt, og skriv tidspunktet, som du ville sige det: torsdag d. 10. marts 2022 kl. 14-15.15.",
    ),
    "open": (
        "Åbn for punkter",
        "Tryk på Åbn for punkter på Referents startside. Er mødet tæt på, sker det af sig selv.",
    ),
    "command": (
        "Foreslå et punkt",
        "Send kommandoen. Du får et privat svar, hvor punktet kan rettes eller trækkes tilbage.",
    ),
    "button": (
        "Tilføj et punkt med knappen",
        "Sofie trykker på Tilføj punkt på dagsordenskortet og foreslår: Håndtering af telefonnumre.",
    ),
    "mention": (
        "Nævn Referent",
        "Lars er her via Slack Connect og har ingen kommandoer. Han nævner @Referent i stedet.",
    ),
    "ask": (
        "Spørg til status",
        "Skriv /moede status, og tryk på Spørg leverandørerne. De får et kort i deres direkte beskeder.",
    ),
    "status": (
        "Svar på status",
        "Anders trykker på Opdatér… og svarer for Systematic, fx uge 12/2022.",
    ),
    "apologies": ("Meld afbud", "Karen kan ikke deltage og trykker på Afbud… på dagsordenskortet."),
    "defer": (
        "Udsæt et punkt",
        "Punktet om telefonnumre kræver SDS. Vælg Mødeleder…, vælg punktet, og tryk på Udsæt….",
    ),
    "freeze": (
        "Send dagsordenen",
        "Vælg Mødeleder… og Send dagsordenen…. Word-dokument og mødeindkaldelse kommer i kanalen.",
    ),
    "time": ("Lad tiden gå", "Sæt datoen frem til 10. marts 2022 med knapperne øverst."),
    "start": (
        "Start mødet",
        "Tryk på Start mødet på startsiden. Panelet til referatet kommer i din direkte besked.",
    ),
    "action": (
        "Giv SDS en opgave",
        "Tryk på Opgave i panelet: løsningsmuligheder for automatisk opdatering, SDS, 1. april.",
    ),
    "facility": (
        "Spørg SDS",
        "Tryk på Spørgsmål i panelet: brug af healthcareFacilityType, til SDS.",
    ),
    "display": ("Spørg KL", "Tryk på Spørgsmål igen: visning af navne i MinLog, til KL."),
    "poll": (
        "Stem om mødeformen",
        "Skriv /afstemning, og vælg Om mødeform…. Leverandørerne får hver en stemme.",
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
        "Tryk på Gennemfør… i din direkte besked, og skriv 25. april 2022 kl. 14-15.15.",
    ),
    "end": (
        "Afslut mødet",
        "Tryk på Afslut mødet… i panelet. Punkter, I ikke nåede, kan udsættes til næste møde.",
    ),
    "publish": (
        "Send udkastet",
        "Tryk på den grønne knap på startsiden. Udkastet kommer som Word-dokument i kanalen.",
    ),
    "comment": ("Skriv en bemærkning", "Lars trykker på Bemærkning… på referatets kort."),
    "reply": (
        "Svar på bemærkningen",
        "Tryk på Besvar uden ændring… i din direkte besked, eller indarbejd den.",
    ),
    "approve": (
        "Godkend referatet",
        "Tryk på Godkend referatet på startsiden. Den endelige udgave kommer i kanalen.",
    ),
    "weeks": (
        "Lad uger gå",
        "Brug Næste dag og Næste uge, til Karen får besked om det, SDS skylder.",
    ),
    "answer": ("Svar på opgaven", "Karen trykker på Svar… i sin direkte besked."),
    "next": (
        "Se næste dagsorden",
        "Dagsordenen for møde nr. 20 har det udsatte punkt og de åbne spørgsmål af sig selv.",
    ),
}

ENGLISH: Mapping[str, Line] = {
    "plan": (
        "Plan the meeting",
        "Type /moede nyt and write the time as you would say it: Thursday 10 March 2022 14:00-15:15.",
    ),
    "open": (
        "Open it for items",
        "Press Open for items on Referent’s home tab. A meeting that is near opens by itself.",
    ),
    "command": (
        "Propose an item",
        "Send the command. A private answer lets you edit or withdraw the item.",
    ),
    "button": (
        "Add an item by button",
        "Sofie presses Add item on the agenda card and proposes the handling of telephone numbers.",
    ),
    "mention": (
        "Mention Referent",
        "Lars is here by Slack Connect and has no commands. He mentions @Referent instead.",
    ),
    "ask": (
        "Ask for status",
        "Type /moede status and press Ask the vendors. They get a card in their direct messages.",
    ),
    "status": (
        "Answer the status prompt",
        "Anders presses Update… and answers for Systematic, such as uge 12/2022.",
    ),
    "apologies": ("Send apologies", "Karen can’t come and presses Apologies… on the agenda card."),
    "defer": (
        "Defer an item",
        "The telephone numbers need SDS. Choose Organiser…, the item, and Defer….",
    ),
    "freeze": (
        "Send the agenda",
        "Choose Organiser… and Send the agenda…. Word document and invitation land in the channel.",
    ),
    "time": ("Let time pass", "Move the date to 10 March 2022 with the buttons at the top."),
    "start": (
        "Start the meeting",
        "Press Start the meeting on the home tab. The minutes panel comes to your direct message.",
    ),
    "action": (
        "Give SDS an action item",
        "Press Action in the panel: options for automatic update, SDS, 1 April.",
    ),
    "facility": (
        "Ask SDS",
        "Press Question in the panel: the use of healthcareFacilityType, to SDS.",
    ),
    "display": ("Ask KL", "Press Question again: names shown in MinLog, to KL."),
    "poll": (
        "Poll about the format",
        "Type /afstemning and choose About the format…. Each vendor has one vote.",
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
        "Press Carry out… in your direct message and write 25 April 2022 14:00-15:15.",
    ),
    "end": (
        "End the meeting",
        "Press End the meeting… in the panel. Items that weren’t reached can be deferred.",
    ),
    "publish": (
        "Send the draft",
        "Press the green button on the home tab. The draft lands in the channel as a Word document.",
    ),
    "comment": ("Make a remark", "Lars presses Remark… on the card of the minutes."),
    "reply": (
        "Answer the remark",
        "Answer it without change in your direct message, or take it in.",
    ),
    "approve": (
        "Approve the minutes",
        "Press Approve on the home tab. The final version lands in the channel.",
    ),
    "weeks": (
        "Let weeks pass",
        "Use Next day and Next week until Karen is reminded of what SDS owes.",
    ),
    "answer": ("Answer the action item", "Karen presses Answer… in her direct message."),
    "next": (
        "See the next agenda",
        "The agenda of no. 20 holds the deferred item and the open questions by itself.",
    ),
}


def words(language: str) -> Mapping[str, Mapping[str, str]]:
    """Step id → title and what to do."""
    chosen = ENGLISH if language == "en" else DANISH
    return {step: {"title": title, "what": what} for step, (title, what) in chosen.items()}
