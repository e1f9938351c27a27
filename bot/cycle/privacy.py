"""What people said about numbers that look like CPR numbers."""

from bot.ports import Asker
from bot.work import House
from storage.queries import desk


def insisted(house: House, by: Asker, digest: str) -> bool:
    """Whether the same person sent the same text before; if not, it is remembered.

    `digest` stands for person and text; the text itself isn't kept.
    """
    request = f"cpr:{by.request}"
    with house.database.work() as session:
        now = house.clock.now()
        if not desk.take_receipt(session, request, now):
            return False  # the same request again, not a second sending
        return not desk.take_receipt(session, f"cpr:{digest}", now)
