"""What stands before the story begins: the series, its organisations and people.

The organiser does it as any organiser would, by command and dialog.
"""

from bot.demo.acting import Persona
from bot.demo.cast import CHANNEL, Cast

SERIES = "Fællesmøde EOJ-leverandører SDS & MedCom"
SUBJECT = "Fælles Stamkort og Aftaleoversigt"
SOLUTIONS = "Fælles Stamkort\nAftaleoversigt"


def set_up(cast: Cast) -> None:
    """Ends when everybody is registered."""
    mette = cast.mette
    _series(mette)
    _organisation(mette, "MedCom", "", "coordinator", contacts=[mette], people=[cast.jens])
    _organisation(mette, "Sundhedsdatastyrelsen", "SDS", "authority", contacts=[cast.karen])
    _organisation(
        mette, "Systematic", "", "vendor", product="Cura", contacts=[cast.anders, cast.sofie]
    )
    _organisation(mette, "KMD", "", "vendor", product="Nexus", contacts=[cast.lars])
    _organisation(mette, "Dedalus", "", "vendor", contacts=[cast.nina])
    _organisation(mette, "Kommunernes Landsforening", "KL", "association")
    mette.hears(CHANNEL, "KL")
    mette.reloads()  # the story begins with an empty channel


def _series(mette: Persona) -> None:
    mette.command(CHANNEL, "/moede", "serie")
    sent = mette.submits(
        mette.gets_dialog(),
        {
            "name": SERIES,
            "subject": SUBJECT,
            "next_number": "19",
            "start_time": "14.00",
            "duration_minutes": "75",
            "organisation": "MedCom",
        },
    )
    _expect(sent.ok, sent.errors)
    mette.command(CHANNEL, "/moede", "serie")
    sent = mette.submits(mette.gets_dialog(), {"solutions": SOLUTIONS})
    _expect(sent.ok, sent.errors)


def _organisation(
    mette: Persona,
    name: str,
    short: str,
    kind: str,
    *,
    product: str = "",
    contacts: list[Persona] | None = None,
    people: list[Persona] | None = None,
) -> None:
    mette.command(CHANNEL, "/moede", "folk")
    mette.clicks(mette.gets_dialog(), "people.add")
    voices = contacts or []
    domain = voices[0].user.email.partition("@")[2] if voices else ""
    entries: dict[str, object] = {"name": name, "kind": kind, "email_domain": domain}
    if short:
        entries["short_name"] = short
    if product:
        entries["product"] = product
    if voices:
        entries["contacts"] = [each.id for each in voices]
    if people:
        entries["participants"] = [each.id for each in people]
    sent = mette.submits(mette.gets_dialog(), entries)
    _expect(sent.ok, sent.errors)
    while (left := mette.dialog) is not None:  # the list beneath
        mette.closes(left)


def _expect(fine: bool, why: object) -> None:  # noqa: FBT001 a condition
    if not fine:
        message = f"the prelude was refused: {why}"
        raise RuntimeError(message)
