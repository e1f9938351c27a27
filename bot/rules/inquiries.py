"""Questions asked in private: what may be written, and what becomes of them."""

from dataclasses import dataclass

from bot.errors import Unclear, WrongMoment
from bot.texts import msg
from storage.vocabulary import InquiryState, OrganisationId

LONGEST = 2_000  # characters of a question or an answer
LONGEST_REASON = 300


@dataclass(frozen=True)
class AnswerDraft:
    """What everybody will read: the question in neutral words, and its answer."""

    question: str
    answer: str
    answered_by: OrganisationId | None = None


def filled(text: str, field: str, most: int = LONGEST) -> str:
    """What was typed, tidied up; refuses nothing at all, and too much."""
    tidy = text.strip()
    if not tidy:
        raise Unclear(msg(f"inquiries.{field}_missing"), field=field)
    if len(tidy) > most:
        raise Unclear(msg("inquiries.too_long", most=most), field=field)
    return tidy


def after(state: InquiryState, wanted: InquiryState) -> InquiryState:
    """Only a question that waits can be answered, declined or withdrawn."""
    if state is not InquiryState.ASKED:
        raise WrongMoment(msg("inquiries.settled_already", state=state))
    return wanted
