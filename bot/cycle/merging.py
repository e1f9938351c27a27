"""The organiser lets one item go on in another, and nothing of it is lost."""

from bot import access
from bot.access import Right
from bot.cycle.steps import links, needs
from bot.cycle.steps.placing import let_up
from bot.cycle.steps.proposing import changed, waits
from bot.cycle.steps.reading import agenda_of, head, line_of
from bot.cycle.steps.supplements import tell_change
from bot.cycle.steps.telling import tell_proposer
from bot.cycle.steps.versions import keep, keep_first
from bot.errors import NotFound, Unclear
from bot.ports import Asker
from bot.results.agenda import ItemRuled, MergeForm, Ruled
from bot.rules import agenda as rules
from bot.rules.items import LONGEST_BACKGROUND
from bot.texts import msg
from bot.work import House, Work
from storage.queries import agenda
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import AgendaChangeKind, ItemId


def offered(house: House, item_id: ItemId, *, by: Asker) -> MergeForm:
    """An item and the others of its meeting that it can go on in."""
    with house.look(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        rules.after_merging(item.state, meeting.state)
        shown = agenda_of(work, meeting)
        targets = tuple(
            each
            for each in (*shown.items, *shown.waiting)
            if each.id != item.id and each.standing is None
        )
        if not targets:
            raise NotFound(msg("agenda.nothing_to_merge"))
        return MergeForm(line_of(work, item, meeting), head(work, meeting), targets)


def merge(house: House, item_id: ItemId, target_id: ItemId, *, by: Asker) -> ItemRuled:
    """Background, links, proposer and supporters go along; `take_apart` undoes it."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        _, target, its_meeting = access.item(work, target_id, Right.ORGANIZE)
        after = rules.after_merging(item.state, meeting.state)
        rules.may_take_up(
            target.state,
            same=target.id == item.id or its_meeting.id != meeting.id,
            standing=target.standing is not None,
        )
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
        let_up(work, item)
        item.state, item.merged_into_id, item.reason = after, target.id, target.title
        work.session.add_all([item, target])
        changed(work, "agenda.merge", item, meeting)
        changed(work, "proposals.edit", target, meeting)
        if target.state in agenda.ON_PAPER:
            tell_change(work, target, meeting, AgendaChangeKind.CHANGED)
        tell_proposer(work, item, meeting, "agenda.told_merged", other=target.title)
        return ItemRuled(Ruled.MERGED, line_of(work, item, meeting), head(work, meeting))


def take_apart(house: House, item_id: ItemId, *, by: Asker) -> ItemRuled:
    """Undoes a merging: the other item loses what it was given, unless that was rewritten."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        held_back = waits(work, meeting, item.proposed_by, late=item.late)
        after = rules.after_reconsidering(item.state, meeting.state, waits=held_back)
        if item.merged_into_id is not None:
            _, target, _ = access.item(work, item.merged_into_id, Right.ORGANIZE)
            target.background = target.background.removesuffix(
                _brought(work, item, meeting)
            ).rstrip()
            links.take_apart(work, item, target)
            work.session.add(target)
            needs.take_along(work, item, target)
            keep(work, target, member.participant_id, work.now)
            if target.state in agenda.ON_PAPER:
                tell_change(work, target, meeting, AgendaChangeKind.CHANGED)
        item.state, item.merged_into_id, item.reason = after, None, ""
        work.session.add(item)
        changed(work, "agenda.reconsider", item, meeting)
        tell_proposer(work, item, meeting, "agenda.told_reconsidered")
        return ItemRuled(Ruled.RECONSIDERED, line_of(work, item, meeting), head(work, meeting))


def _brought(work: Work, item: AgendaItem, meeting: Meeting) -> str:
    """What the other item's background is given, in the series' language."""
    line = line_of(work, item, meeting)
    words = work.texts.words(head(work, meeting).language)
    said = msg("agenda.brought", title=item.title, proposer=line.proposer or "Referent")
    return "\n".join(filter(None, [words(said), item.background]))
