"""A meeting's papers, for one person."""

from slack_sdk.models.blocks import Block

from bot.results.documents import PaperLine, Papers, PaperSent
from bot.slack.ids.documents import PaperPress
from bot.slack.replies import Reply
from bot.slack.views.parts import button, context, section
from bot.texts import Words, msg

MOST_PAPERS = 40  # blocks of one message, with room for the head; the newest come first


def listed(papers: Papers, t: Words) -> Reply:
    """Every paper with its version and time, and a button that sends it to the reader."""
    t = t.within(papers.meeting.zone)
    if not papers.papers:
        none = msg("documents.none_of_meeting", meeting=papers.meeting.title)
        return Reply(t(none), [section(t.mrkdwn(none))])
    head = msg("documents.list_head", meeting=papers.meeting.title, count=len(papers.papers))
    blocks: list[Block] = [section(t.mrkdwn(head))]
    blocks += [_paper(each, t) for each in papers.papers[:MOST_PAPERS]]
    if len(papers.papers) > MOST_PAPERS:
        count = len(papers.papers) - MOST_PAPERS
        blocks.append(context(t.mrkdwn("documents.older", count=count)))
    return Reply(t(head), blocks)


def sent(result: PaperSent, t: Words) -> Reply:
    text = msg("documents.on_its_way", paper=result.paper.filename)
    return Reply(t(text), [section(t.mrkdwn(text))])


def _paper(paper: PaperLine, t: Words) -> Block:
    said = t.mrkdwn(
        "documents.line",
        kind=paper.kind,
        version=paper.version,
        name=paper.filename,
        made=paper.made_at,
    )
    press = button(
        t("documents.button_send"),
        PaperPress.SEND,
        paper.id,
        label=t("documents.button_send_label", name=paper.filename),
    )
    return section(said, press)
