"""The front desk: every request from Slack comes in here and is handed on as plain values.

A listener file says `@front.verb(…)`, `@front.press(…)`, `@front.form(…)`; acknowledging,
language, the CPR guard, refusals and faults are dealt with once, here. The use case runs
before the acknowledgement: a request that we didn't live to acknowledge comes again, and its
receipt keeps the effect single.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeAlias, TypeVar

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient
from slack_sdk.models.views import View

from bot.cycle import people
from bot.errors import AlreadyDone, Refusal
from bot.ports import Asker
from bot.slack import (
    answers,
    choosing,
    doubles,
    identity,
    limits,
    links,
    strangers,
    typed,
    unvoiced,
)
from bot.slack.guard import guard
from bot.slack.identity import Payload
from bot.slack.opening import opener, redrawer
from bot.slack.profiles import ProfileOf, profiles
from bot.slack.replies import Reply
from bot.slack.requests import Dialogs, Pressed, Said, Sent, values_of
from bot.slack.telling import telling
from bot.slack.verbs import MENTION, Command, Verb, VerbBook
from bot.slack.words import Tongues
from bot.texts import Words
from bot.work import House
from storage.vocabulary import ChannelId

Aside: TypeAlias = Callable[[Callable[[], Any]], None]
"""Runs an answer to Slack beside the request, so that a slow one can't delay the ack."""

OnSaid: TypeAlias = Callable[[Said], None]
OnPressed: TypeAlias = Callable[[Pressed], None]
OnSent: TypeAlias = Callable[[Sent], None]
OnHome: TypeAlias = Callable[[Asker, Words], View]
OnGone: TypeAlias = Callable[[Asker, ChannelId], None]
Listener = TypeVar("Listener", OnPressed, OnSent)


@dataclass(frozen=True)
class Front:
    app: App
    house: House
    tongues: Tongues
    book: VerbBook
    aside: Aside
    homes: list[OnHome] = field(default_factory=list)
    presses: dict[str, OnPressed] = field(default_factory=dict)  # by action id
    shortcuts: dict[str, OnPressed] = field(default_factory=dict)  # by callback id
    forms: dict[str, OnSent] = field(default_factory=dict)  # by callback id

    # ── Commands and mentions ────────────────────────────────────────────────

    def verb(self, verb: Verb) -> Callable[[OnSaid], OnSaid]:
        """Something that is said: `/dagsorden …` or `@referent dagsorden …`."""

        def keep(listener: OnSaid) -> OnSaid:
            self.book.add(verb, listener)
            return listener

        return keep

    def say(self, said: Said) -> None:
        """Runs what was said, whichever way it came."""

        def refused(refusal: Refusal) -> None:
            said.answer(
                self._stranger(refusal, said.channel, said.words, said.by, said.profile)
                or choosing.question(refusal, said)
                or answers.refused(refusal, said.words, self._as_typed(said))
            )

        def answer(reply: Reply) -> None:
            said.answer(answers.remarked(reply, said.by, said.words))

        with telling(refused, self.house.ids, f"said:{said.command}"):
            guard(self.house, said.by, {"text": said.text})
            self.book.find(said)(replace(said, answer=answer))

    def _as_typed(self, said: Said) -> str:
        """A mention is typed without its command's slash."""
        command = "" if said.ts else self.book.slash(Command(said.command))
        return f"{command} {said.text}".strip() if said.text else ""

    def command(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        by = identity.asker(body, identity.tenant(context))
        words = self.tongues.of(self.house, by)
        raw = body.get("text") or ""
        text = self._plain(by, raw)
        answered = _Once(lambda reply: ack(**limits.message(reply)))
        said = Said(
            by=by,
            channel=identity.channel(body),
            command=self.book.command(body["command"]),
            text=text,
            words=words,
            answer=answered,
            open=opener(client, body),
            profile=profiles(client, by.tenant),
            mentioned=typed.mentioned(raw),
            after_mentions=self._plain(by, typed.after_mentions(raw)),
        )
        self.say(said)
        if not answered.done:
            ack()

    def mention(self, body: Payload, client: WebClient, context: BoltContext) -> None:
        """`app_mention`: the way of threads and of Slack Connect, which has no commands."""
        event = body["event"]
        by = identity.asker(body, identity.tenant(context))
        words = self.tongues.of(self.house, by)
        channel = identity.channel(body)

        def answer(reply: Reply) -> None:
            self.aside(
                partial(
                    client.chat_postEphemeral,
                    channel=channel,
                    user=by.person.user,
                    thread_ts=event.get("thread_ts"),
                    **limits.message(reply),
                )
            )

        called = MENTION.sub("", event.get("text") or "", count=1)
        command, text = self.book.heard(self._plain(by, called))
        said = Said(
            by=by,
            channel=channel,
            command=command,
            text=text,
            words=words,
            answer=answer,
            open=None,
            profile=profiles(client, by.tenant),
            mentioned=typed.mentioned(called),
            after_mentions=self._plain(by, typed.after_mentions(called)),
            ts=event["ts"],
            thread_ts=event.get("thread_ts") or "",
            link=partial(links.to_thread, client, event),
        )
        self.say(said)

    def _stranger(
        self,
        refusal: Refusal,
        channel: ChannelId,
        words: Words,
        by: Asker,
        profile: ProfileOf,
    ) -> Reply | None:
        kept = unvoiced.kept(self.house, refusal, by, words)
        return kept or strangers.welcome(self.house, refusal, by, channel, words, profile)

    def _plain(self, by: Asker, text: str) -> str:
        return typed.plain(text, lambda user: people.name_of(self.house, user, by=by)).strip()

    # ── Clicks, choices and shortcuts ────────────────────────────────────────

    def press(self, action_id: str) -> Callable[[OnPressed], OnPressed]:
        """A button, select or menu with this action id."""
        return _kept(self.presses, action_id)

    def shortcut(self, callback_id: str) -> Callable[[OnPressed], OnPressed]:
        """A global or message shortcut."""
        return _kept(self.shortcuts, callback_id)

    def on_action(
        self, ack: Ack, body: Payload, client: WebClient, respond: Respond, context: BoltContext
    ) -> None:
        doing = str(body["actions"][0]["action_id"])
        self._pressed(self.presses[doing], doing, Heard(ack, body, client, respond, context))

    def on_shortcut(
        self, ack: Ack, body: Payload, client: WebClient, respond: Respond, context: BoltContext
    ) -> None:
        doing = str(body["callback_id"])
        self._pressed(self.shortcuts[doing], doing, Heard(ack, body, client, respond, context))

    def _pressed(self, listener: OnPressed, doing: str, heard: "Heard") -> None:
        by = identity.asker(heard.body, identity.tenant(heard.context))
        words = self.tongues.of(self.house, by)
        answer = self._answerer(heard, by)
        profile = profiles(heard.client, by.tenant)
        pressed = Pressed.read(
            heard.body,
            by,
            words,
            answer=answer,
            replace=self._answerer(heard, by, replace=True),
            dialogs=Dialogs(opener(heard.client, heard.body), redrawer(heard.client, heard.body)),
            profile=profile,
            link=partial(links.to_message, heard.client, heard.body),
        )

        def refused(refusal: Refusal) -> None:
            if isinstance(refusal, AlreadyDone) and not heard.body.get("response_url"):
                return  # it would stand in the direct message for good, beside the first answer
            question = self._stranger(refusal, pressed.channel, words, by, profile)
            answer(question or answers.refused(refusal, words))

        with telling(refused, self.house.ids, doing):
            guard(self.house, by, pressed.typed)
            listener(pressed)
        heard.ack()
        if (heard.body.get("view") or {}).get("type") == "home":
            self._show_home(heard.client, by)
        double = doubles.stray(self.house, heard.body, pressed.channel, by)
        if double:
            self.aside(partial(heard.client.chat_delete, channel=pressed.channel, ts=double))

    def _answerer(
        self, heard: "Heard", by: Asker, *, replace: bool = False
    ) -> Callable[[Reply], None]:
        """Answers only to the person: where they clicked, or in the direct message.

        What only they see may be replaced; a card that others see never is.
        """
        respond = heard.respond
        private = (heard.body.get("container") or {}).get("is_ephemeral") is True

        def answer(reply: Reply) -> None:
            fitted = limits.message(reply)
            if respond is not None and heard.body.get("response_url"):
                self.aside(
                    partial(
                        respond,
                        response_type="ephemeral",
                        replace_original=replace and private,
                        **fitted,
                    )
                )
            else:  # App Home, global shortcuts and dialogs have no response_url
                self.aside(partial(heard.client.chat_postMessage, channel=by.person.user, **fitted))

        return answer

    # ── Dialogs ──────────────────────────────────────────────────────────────

    def form(self, callback_id: str) -> Callable[[OnSent], OnSent]:
        """A dialog with this callback id, sent."""
        return _kept(self.forms, callback_id)

    def on_view(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        doing = str(body["view"]["callback_id"])
        self._sent(self.forms[doing], doing, Heard(ack, body, client, None, context))

    def _sent(self, listener: OnSent, doing: str, heard: "Heard") -> None:
        by = identity.asker(heard.body, identity.tenant(heard.context))
        words = self.tongues.of(self.house, by)
        sent = Sent.read(heard.body, by, words, profiles(heard.client, by.tenant))
        refused: list[Refusal] = []
        with telling(refused.append, self.house.ids, doing):
            guard(self.house, by, values_of(heard.body))
            listener(sent)
        if refused and isinstance(refused[0], AlreadyDone):
            heard.ack()
            return
        channel = ChannelId(str(sent.meta.get("channel", "")))
        question = refused and self._stranger(refused[0], channel, words, by, sent.profile)
        if question:
            heard.ack()
            self.aside(partial(_after_form, heard.client, by, question, channel))
            return
        if refused:
            heard.ack(**answers.asked_again(heard.body, refused[0], words))
            return
        heard.ack(**sent.acknowledgement())
        for reply, where in answers.all_remarked(sent, channel):
            self.aside(partial(_after_form, heard.client, by, reply, where))
        if not channel:  # the dialog was opened from the home tab, which may show the old
            self._show_home(heard.client, by)

    # ── Comings and goings ───────────────────────────────────────────────────

    def gone(self, hears: OnGone) -> OnGone:
        """`member_left_channel`: nobody waits for an answer."""

        def on_left(body: dict[str, Any], context: BoltContext) -> None:
            by = identity.asker(body, identity.tenant(context))
            with telling(lambda _: None, self.house.ids, "member_left_channel"):
                hears(by, identity.channel(body))

        self.app.event("member_left_channel")(on_left)
        return hears

    # ── The home tab ─────────────────────────────────────────────────────────

    def home(self, composer: OnHome) -> OnHome:
        """What the home tab shows: at opening, and after the person's own acts in it."""
        self.homes.append(composer)

        def on_opened(body: dict[str, Any], client: WebClient, context: BoltContext) -> None:
            if body["event"].get("tab", "home") == "home":
                self._show_home(client, self._at_home(body, client, context))

        self.app.event("app_home_opened")(on_opened)
        return composer

    def _at_home(self, body: Payload, client: WebClient, context: BoltContext) -> Asker:
        """The event names no workspace; Slack is asked for that of people we don't know."""
        by = identity.asker(body, identity.tenant(context))
        if people.language_of(self.house, by) is not None:
            return by
        return replace(by, person=profiles(client, by.tenant)(by.person.user).person)

    def _show_home(self, client: WebClient, by: Asker) -> None:
        words = self.tongues.of(self.house, by)
        with telling(lambda _: None, self.house.ids, "home"):
            for compose in self.homes:
                shown = limits.view(compose(by, words))
                self.aside(partial(client.views_publish, user_id=by.person.user, view=shown))


@dataclass(frozen=True)
class Heard:
    """What Bolt hands a listener."""

    ack: Ack
    body: Payload
    client: WebClient
    respond: Respond | None
    context: BoltContext


def _kept(listeners: dict[str, Listener], by_id: str) -> Callable[[Listener], Listener]:
    def keep(listener: Listener) -> Listener:
        if by_id in listeners:
            raise ValueError(f"two listeners for {by_id}")
        listeners[by_id] = listener
        return listener

    return keep


class _Once:
    """An acknowledgement with an answer can be given only once."""

    def __init__(self, give: Callable[[Reply], object]) -> None:
        self._give = give
        self.done = False

    def __call__(self, reply: Reply) -> None:
        if not self.done:
            self.done = True
            self._give(reply)


def _after_form(client: WebClient, by: Asker, reply: Reply, channel: str) -> None:
    """A private confirmation where the dialog came from, or else in the direct message."""
    fitted = limits.message(reply)
    if channel and not channel.startswith("D"):
        client.chat_postEphemeral(channel=channel, user=by.person.user, **fitted)
    else:
        client.chat_postMessage(channel=channel or by.person.user, **fitted)
