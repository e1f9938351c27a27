"""The story, step by step: meeting no. 19 from its first item to the agenda of no. 20.

A visitor words things in their own way: what shows that a step was taken is as little of the
words as will do.
"""

from bot.demo.cast import CHANNEL
from bot.demo.story import acts
from bot.demo.story.lines import DISPLAY_SIGN, FACILITY_SIGN, said_in
from bot.demo.story.looking import (
    agenda,
    answered,
    approved,
    card,
    carried,
    direct,
    files,
    poll_closed,
    reminded,
    shows,
    status_answered,
    voted,
)
from bot.demo.story.steps import Step

SCRIPT: tuple[Step, ...] = (
    Step(
        "plan", "mette", CHANNEL, acts.plan, lambda c: bool(agenda(c)), paste=lambda _: "/moede nyt"
    ),
    Step(
        "command",
        "mette",
        CHANNEL,
        acts.item_by_command,
        lambda c: said_in(c).barred in agenda(c),
        paste=lambda c: f"/dagsorden {said_in(c).barred}",
    ),
    Step(
        "button",
        "sofie",
        CHANNEL,
        acts.item_by_button,
        lambda c: said_in(c).telephone_sign in agenda(c).lower(),
    ),
    Step(
        "mention",
        "lars",
        CHANNEL,
        acts.item_by_mention,
        lambda c: said_in(c).log in agenda(c),
        paste=lambda c: f"@Referent {said_in(c).item} {said_in(c).log}",
    ),
    Step(
        "ask",
        "mette",
        CHANNEL,
        acts.ask_status,
        lambda c: bool(direct(c.anders, "status.update")),
        paste=lambda _: "/moede status",
    ),
    Step("status", "anders", "dm", acts.answer_status, status_answered),
    Step("apologies", "karen", CHANNEL, acts.apologies, lambda c: ": SDS" in agenda(c)),
    Step(
        "defer",
        "mette",
        CHANNEL,
        acts.defer,
        lambda c: said_in(c).deferred_sign in agenda(c),
        paste=lambda _: "/dagsorden",
    ),
    Step(
        "freeze",
        "mette",
        CHANNEL,
        acts.freeze,
        lambda c: files(c, ".docx") and files(c, ".ics"),
        paste=lambda _: "/dagsorden",
    ),
    Step(
        "time",
        "mette",
        "",
        acts.time_comes,
        lambda c: c.workspace.now() >= acts.MEETING,
        until=acts.MEETING,
    ),
    Step("start", "mette", "home", acts.start, lambda c: bool(direct(c.mette, "minutes.add_note"))),
    Step("action", "mette", "dm", acts.ask_for_options, lambda c: shows(c, said_in(c).rule_sign)),
    Step("facility", "mette", "dm", acts.ask_sds, lambda c: shows(c, FACILITY_SIGN)),
    Step("note", "mette", "dm", acts.note, lambda c: shows(c, said_in(c).expected_sign)),
    Step("display", "mette", "dm", acts.ask_kl, lambda c: shows(c, DISPLAY_SIGN)),
    Step(
        "poll",
        "mette",
        CHANNEL,
        acts.open_poll,
        lambda c: bool(direct(c.sofie, "polls.vote")),
        paste=lambda _: "/afstemning",
    ),
    Step(
        "vote_sofie",
        "sofie",
        "dm",
        lambda c: acts.vote(c, "sofie", 1),
        lambda c: voted(c.anders, c.sofie),
    ),
    Step(
        "vote_anders",
        "anders",
        "dm",
        lambda c: acts.vote(c, "anders", 0),
        lambda c: voted(c.sofie, c.anders),
    ),
    Step(
        "vote_lars",
        "lars",
        "dm",
        lambda c: acts.vote(c, "lars", 0),
        lambda c: voted(c.lars, c.lars),
    ),
    Step("vote_nina", "nina", "dm", lambda c: acts.vote(c, "nina", 1), poll_closed),
    Step("apply", "mette", "dm", acts.apply, lambda c: ". 20" in card(c.mette, "polls.own").words),
    Step("end", "mette", "dm", acts.end, lambda c: bool(direct(c.mette, "minutes.publish"))),
    Step(
        "publish",
        "mette",
        "home",
        acts.publish,
        lambda c: files(c, said_in(c).minutes_sign, said_in(c).draft_sign),
    ),
    Step(
        "comment",
        "lars",
        CHANNEL,
        acts.comment,
        lambda c: bool(direct(c.mette, "comments.dismiss")),
    ),
    Step(
        "reply",
        "mette",
        "dm",
        acts.answer_comment,
        lambda c: said_in(c).none_waiting_sign in card(c.mette, "comments.add").words,
    ),
    Step("approve", "mette", "home", acts.approve, approved),
    Step("weeks", "karen", "dm", acts.weeks_pass, reminded),
    Step(
        "answer",
        "karen",
        "dm",
        acts.answer_action,
        answered,
    ),
    Step("next", "mette", CHANNEL, lambda _: None, lambda c: answered(c) and carried(c)),
)
