"""People at their screens: what a test, the scripted story and the page do in the workspace.

A persona sees and touches only what Slack would show to them. Whatever isn't there raises an
`ActingError` that lists what is.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from bot.demo import (
    commands,
    controls,
    events,
    happenings,
    mrkdwn,
    posting,
    pressing,
    sight,
    submitting,
)
from bot.demo.blockkit.composition import offered
from bot.demo.errors import NotThereError, NotVisibleError
from bot.demo.interaction import Outcome
from bot.demo.model import Channel, Json, Message, User, View
from bot.demo.screens import Answer, Screen, Seen, Submitted, look, show

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace

T = TypeVar("T")

_PATIENCE = 5.0  # s, for what the app does after its ack


Target = Seen | Screen
_Glance = Callable[[], list[Seen] | Screen | None]


class Persona:
    """One person in front of the workspace. Methods may be called from any thread."""

    def __init__(self, workspace: "Workspace", user: User | str) -> None:
        """`user`: a User, an id, or a name or real name that only one person has."""
        self._ws = workspace
        self.user = user if isinstance(user, User) else _known(workspace, user)

    @property
    def id(self) -> str:
        return self.user.id

    @property
    def mention(self) -> str:
        """How others address this person in a text."""
        return f"<@{self.user.id}>"

    # conversations

    def channel(self, name: str | Channel) -> Channel:
        """A conversation of this person by id or name (with or without #)."""
        if isinstance(name, Channel):
            name = name.id
        mine = sight.conversations(self._ws, self.user)
        for place in mine:
            if name in (place.id, place.name, f"#{place.name}"):
                return place
            if name == sight.name_for(self._ws, place, self.user):
                return place
        listed = ", ".join(sight.name_for(self._ws, place, self.user) for place in mine)
        raise NotVisibleError(f"{self.user.name} sees no conversation «{name}»; sees: {listed}")

    @property
    def dm(self) -> Channel:
        """The direct message with the bot."""
        place, _ = self._ws.direct([self.user.id, self._ws.installed.bot.id])
        return place

    def sees(self, channel: str | Channel) -> list[Seen]:
        """All that stands in a conversation, replies and ephemeral messages included."""
        place = self.channel(channel)
        with self._ws.lock:
            return [look(self._ws, said) for said in sight.visible(self._ws, place, self.user)]

    def thread(self, channel: str | Channel, ts: str) -> list[Seen]:
        """The message `ts` and its replies."""
        return [seen for seen in self.sees(channel) if ts in (seen.ts, seen.thread_ts)]

    def hears(
        self,
        channel: str | Channel,
        words: str = "",
        *,
        after: Seen | None = None,
        timeout: float = _PATIENCE,
    ) -> Seen:
        """The newest message from the bot that says `words`; waits for it.

        `after`: only messages that came later than that one.
        """
        bot = self._ws.installed.bot.id
        since = after.ts if after is not None else ""

        def newest() -> Seen | None:
            heard = [s for s in self.sees(channel) if s.author == bot and s.says(words)]
            return heard[-1] if heard and heard[-1].ts > since else None

        return self._await(newest, timeout, f"the bot to say «{words}»", lambda: self.sees(channel))

    def again(self, seen: Seen) -> Seen:
        """The same message as it stands now; NotVisibleError if it's gone."""
        return look(self._ws, self._message(seen))

    def _message(self, seen: Seen) -> Message:
        said = self._ws.message(self.channel(seen.channel).id, seen.ts)
        if said is None or said.only_for not in (None, self.user.id):
            raise NotVisibleError(f"that message is no longer there: {seen.words[:80]}")
        return said

    def reloads(self) -> None:
        """Start the client anew: ephemeral messages don't survive that."""
        with self._ws.lock:
            for messages in self._ws.messages.values():
                messages[:] = [said for said in messages if said.only_for != self.user.id]
        self._ws.changed()

    # speaking

    def says(self, channel: str | Channel, text: str, *, thread: Seen | str | None = None) -> Seen:
        """Write; returns once the app has had the event (or couldn't be reached)."""
        place = self.channel(channel)
        thread_ts = thread.ts if isinstance(thread, Seen) else thread
        said, sent = posting.say(
            self._ws, place, self.user, mrkdwn.escape(text), thread_ts=thread_ts
        )
        for delivery in sent:
            delivery.wait(self._ws.courier.patience + 1)
        return look(self._ws, said)

    def mentions_bot(
        self, channel: str | Channel, text: str, *, thread: Seen | str | None = None
    ) -> Seen:
        """Write to the bot where it's a member: `@bot text`."""
        return self.says(channel, f"<@{self._ws.installed.bot.id}> {text}", thread=thread)

    def invites(self, channel: str | Channel, user: User) -> None:
        """Bring somebody (or the bot) into a conversation."""
        place = self.channel(channel)
        told = happenings.join(self._ws, place, user, inviter=self.user.id)
        if told is not None:
            told.wait(self._ws.courier.patience + 1)

    # commands and shortcuts

    def command(
        self,
        channel: str | Channel,
        command: str,
        text: str = "",
        *,
        thread: Seen | None = None,
    ) -> Answer:
        place = self.channel(channel)
        thread_ts = thread.ts if thread is not None else None
        return self._answered(
            lambda: commands.command(
                self._ws, self.user, place, command, mrkdwn.escape(text), thread_ts=thread_ts
            )
        )

    def message_shortcut(self, seen: Seen, name: str) -> Answer:
        """By the shortcut's name or callback id."""
        said = self._message(seen)
        return self._answered(lambda: commands.message_shortcut(self._ws, self.user, said, name))

    def global_shortcut(self, name: str) -> Answer:
        return self._answered(lambda: commands.global_shortcut(self._ws, self.user, name))

    def _answered(self, act: Callable[[], Outcome]) -> Answer:
        before = {(m.channel, m.ts) for m in self._private()}
        outcome = act()
        fresh = [m for m in self._private() if (m.channel, m.ts) not in before]
        return Answer(outcome.error, tuple(look(self._ws, m) for m in fresh))

    def _private(self) -> list[Message]:
        with self._ws.lock:
            return [
                m
                for messages in self._ws.messages.values()
                for m in messages
                if m.only_for == self.user.id
            ]

    # elements

    def clicks(
        self,
        where: Target,
        what: str,
        *,
        value: str | None = None,
        beside: str = "",
        nth: int | None = None,
    ) -> Answer:
        """Press a button, found by its visible text, its action_id or its block_id.

        Among several alike: its `value`, words in the text `beside` it, or the `nth` (from 0).
        """
        control = controls.find(
            self._now(where),
            what,
            lambda kind: kind == "button",
            value=value,
            beside=beside,
            nth=nth,
        )
        return self._press(where, control, None)

    def chooses(self, where: Target, what: str, *choice: str, beside: str = "") -> Answer:
        """Set a menu, radio buttons, checkboxes or a picker: by option text or value, id, date.

        For menus that stand for several actions (overflow) the option may be `what` itself.
        """
        control = controls.find(
            self._now(where), what, lambda kind: kind != "button", beside=beside
        )
        wanted = choice or (what,)
        several = control.kind == "checkboxes" or control.kind.startswith("multi_")
        return self._press(where, control, list(wanted) if several else wanted[0])

    def _press(self, where: Target, control: controls.Control, raw: Any) -> Answer:  # noqa: ANN401
        place = (control.block_id, control.action_id, raw)
        if isinstance(where, Seen):
            said = self._message(where)
            return self._answered(
                lambda: pressing.press_in_message(self._ws, self.user, said, *place)
            )
        view = self._view(where)
        return self._answered(lambda: pressing.press_in_view(self._ws, self.user, view, *place))

    def _now(self, where: Target) -> list[Json]:
        """The blocks as they stand now: people click on what they see at that moment."""
        if isinstance(where, Seen):
            return self._message(where).blocks or []
        return self._view(where).blocks

    # dialogs and home

    @property
    def dialog(self) -> Screen | None:
        """The dialog on top, if one is open."""
        stack = self._ws.modals.get(self.user.id) or []
        return show(self._ws, stack[-1]) if stack else None

    def gets_dialog(self, title: str = "", *, timeout: float = _PATIENCE) -> Screen:
        """The open dialog whose title contains `title`; waits for it."""

        def right() -> Screen | None:
            shown = self.dialog
            return shown if shown is not None and title in shown.title else None

        return self._await(right, timeout, f"a dialog «{title}»", lambda: self.dialog)

    @property
    def home(self) -> Screen | None:
        """The home tab as the app last published it for this person."""
        view = self._ws.homes.get(self.user.id)
        return show(self._ws, view) if view is not None else None

    def opens_home(self, words: str = "", *, timeout: float = _PATIENCE) -> Screen:
        """Open the app's home tab; waits until it says `words`."""
        told = events.of_home(self._ws, self.user, self.dm, self._ws.homes.get(self.user.id))
        if told is not None:
            told.wait(self._ws.courier.patience + 1)

        def ready() -> Screen | None:
            home = self.home
            return home if home is not None and home.says(words) else None

        return self._await(ready, timeout, f"a home tab with «{words}»", lambda: self.home)

    def fills(self, screen: Screen, entries: dict[str, Any]) -> Screen:
        """Type and choose in a dialog: label or id → text, option, list, date."""
        for name, raw in entries.items():
            view = self._view(screen)
            control = controls.find(view.blocks, name, lambda kind: kind != "button")
            pressing.press_in_view(
                self._ws, self.user, view, control.block_id, control.action_id, raw
            )
        return show(self._ws, self._view(screen))

    def submits(self, screen: Screen, entries: dict[str, Any] | None = None) -> Submitted:
        """Send a dialog, after filling `entries` in."""
        if entries:
            self.fills(screen, entries)
        outcome = submitting.submit(self._ws, self.user, self._view(screen))
        return Submitted(outcome.error, outcome.errors)

    def closes(self, screen: Screen) -> None:
        submitting.close(self._ws, self.user, self._view(screen))

    def searches(self, where: Target, what: str, query: str) -> list[str]:
        """The options that an external menu offers for `query`."""
        control = controls.find(self._now(where), what, lambda kind: "external" in kind)
        place = self._message(where) if isinstance(where, Seen) else self._view(where)
        found = pressing.suggestions(self._ws, self.user, place, control.action_id, query)
        return [option["text"]["text"] for option in offered(found)]

    def _view(self, screen: Screen) -> View:
        view = self._ws.view(screen.id)
        if view is None or view.owner != self.user.id:
            raise NotVisibleError(f"«{screen.title}» isn't open any more")
        return view

    def _await(
        self, look: Callable[[], T | None], timeout: float, wanted: str, instead: _Glance
    ) -> T:
        try:
            found = self._ws.wait_until(look, timeout)
        except TimeoutError:
            found = None
        if found is None:
            seen = instead()
            listed = seen if isinstance(seen, list) else [seen]
            shown = " | ".join(one.words.replace("\n", " / ")[:200] for one in listed if one)
            raise NotThereError(
                f"{self.user.name} waited {timeout} s for {wanted}; there is: {shown or 'nothing'}"
            )
        return found


def _known(ws: "Workspace", name: str) -> User:
    hits = [u for u in ws.users.values() if name in (u.id, u.name, u.real_name)]
    if len(hits) != 1:
        listed = ", ".join(user.name for user in ws.users.values())
        raise NotThereError(f"«{name}» is {len(hits)} people here; there are: {listed}")
    return hits[0]
