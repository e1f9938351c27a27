"""One item goes on in another of its agenda, inside one transaction."""

from bot import access
from bot.access import Member
from bot.cycle.steps import links, needs
from bot.cycle.steps.placing import let_up
from bot.cycle.steps.reading import head, line_of
from bot.cycle.steps.supplements import tell_change
from bot.cycle.steps.versions import keep, keep_first
from bot.errors import Unclear
from bot.rules.items import LONGEST_BACKGROUND
from bot.texts import msg
from bot.work import Work
from storage.queries import agenda
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import AgendaChangeKind, ItemState


def into(
    work: Work,
    item: AgendaItem,
    target: AgendaItem,
    meeting: Meeting,
    member: Member,
    after: ItemState,
    *,
    brings: bool = True,
) -> None:
    """What is written of an item goes along, unless it `brings` nothing; `apart` undoes it."""
    if brings:
        _bring(work, item, target, meeting, member)
    let_up(work, item)
    item.state, item.merged_into_id, item.reason = after, target.id, target.title
    work.session.add_all([item, target])


def apart(work: Work, item: AgendaItem, meeting: Meeting, member: Member, after: ItemState) -> None:
    """The other item loses what it was given, unless that was rewritten."""
    if item.merged_into_id is not None:
        _, target, _ = access.item(work, item.merged_into_id)
        before = target.background
        target.background = before.removesuffix(_brought(work, item, meeting)).rstrip()
        links.take_apart(work, item, target)
        work.session.add(target)
        needs.take_along(work, item, target)
        keep(work, target, member.participant_id, work.now)
        if target.state in agenda.ON_PAPER and target.background != before:
            tell_change(work, target, meeting, AgendaChangeKind.CHANGED)
    item.state, item.merged_into_id, item.reason = after, None, ""
    work.session.add(item)


def _bring(
    work: Work, item: AgendaItem, target: AgendaItem, meeting: Meeting, member: Member
) -> None:
    keep_first(work, target)
    target.background = "\n\n".join(
        filter(None, [target.background, _brought(work, item, meeting)])
    )
    if len(target.background) > LONGEST_BACKGROUND:
        raise Unclear(msg("agenda.merge_too_long", most=LONGEST_BACKGROUND), field="target")
    links.merge(work, item, target)
    agenda.share_support(work.session, item.id, target.id)
    needs.bring(work, item, target)
    keep(work, target, member.participant_id, work.now)
    if target.state in agenda.ON_PAPER:
        tell_change(work, target, meeting, AgendaChangeKind.CHANGED)


def _brought(work: Work, item: AgendaItem, meeting: Meeting) -> str:
    """What the other item's background is given, in the series' language."""
    line = line_of(work, item, meeting)
    words = work.texts.words(head(work, meeting).language)
    said = msg("agenda.brought", title=item.title, proposer=line.proposer or "Referent")
    return "\n".join(filter(None, [words(said), item.background]))
