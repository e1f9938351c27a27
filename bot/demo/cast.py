"""The people and channels of the story that the local workspace starts with.

Their organisations are real, the people are invented. Vendors are there as Slack really has
them: guests of the host's workspace, and people of another one by Slack Connect.
"""

from dataclasses import dataclass

from bot.demo.acting import Persona
from bot.demo.model import Channel, Guest, User
from bot.demo.workspace import Workspace

CHANNEL = "eoj-faellesmoede"


@dataclass(frozen=True)
class Cast:
    """Everybody in the story, by first name."""

    workspace: Workspace
    mette: Persona  # MedCom, organiser
    jens: Persona  # MedCom
    karen: Persona  # SDS
    anders: Persona  # Systematic, guest
    sofie: Persona  # Systematic, guest
    lars: Persona  # KMD, by Slack Connect
    nina: Persona  # Dedalus, guest
    peter: Persona  # Hedensted Kommune, unknown to the series
    meeting: Channel
    general: Channel

    @property
    def people(self) -> tuple[Persona, ...]:
        return (
            self.mette,
            self.jens,
            self.karen,
            self.anders,
            self.sofie,
            self.lars,
            self.nina,
            self.peter,
        )


def gather(workspace: Workspace) -> Cast:
    """Fills a fresh workspace, in which the app is installed, with people and channels."""
    connected = workspace.add_team("KMD", "kmd")
    health_data = workspace.add_team("Sundhedsdatastyrelsen", "sds")
    add = workspace.add_person
    guest = Guest.MULTI_CHANNEL
    mette = add("mette", "Mette Holm", organisation="MedCom", title="Mødeleder",
                email="mette@medcom.example")  # fmt: skip
    jens = add("jens", "Jens Dam", organisation="MedCom", title="Konsulent",
               email="jens@medcom.example")  # fmt: skip
    karen = add("karen", "Karen Lund", organisation="SDS", title="Chefkonsulent",
                team=health_data, email="karen@sds.example")  # fmt: skip
    anders = add("anders", "Anders Kjær", organisation="Systematic", title="Produktchef, Cura",
                 guest=guest, email="anders@systematic.example")  # fmt: skip
    sofie = add("sofie", "Sofie Winther", organisation="Systematic", title="Udvikler, Cura",
                guest=guest, email="sofie@systematic.example")  # fmt: skip
    lars = add("lars", "Lars Bæk", organisation="KMD", title="Produktchef, Nexus",
               team=connected, email="lars@kmd.example")  # fmt: skip
    nina = add("nina", "Nina Frost", organisation="Dedalus", title="Projektleder",
               guest=guest, email="nina@dedalus.example")  # fmt: skip
    peter = add("peter", "Peter Friis", organisation="Hedensted Kommune",
                title="Digitaliseringskonsulent", guest=guest,
                email="peter@hedensted.example")  # fmt: skip
    everybody: list[User] = [mette, jens, karen, anders, sofie, lars, nina, peter]
    bot = workspace.installed.bot
    meeting = workspace.add_channel(
        CHANNEL,
        [*everybody, bot],
        private=True,
        topic="Fællesmøde EOJ-leverandører, SDS og MedCom",
    )
    general = workspace.add_channel("generelt", [mette, jens, bot], topic="Nyt fra MedCom")
    return Cast(
        workspace=workspace,
        mette=Persona(workspace, mette),
        jens=Persona(workspace, jens),
        karen=Persona(workspace, karen),
        anders=Persona(workspace, anders),
        sofie=Persona(workspace, sofie),
        lars=Persona(workspace, lars),
        nina=Persona(workspace, nina),
        peter=Persona(workspace, peter),
        meeting=meeting,
        general=general,
    )
