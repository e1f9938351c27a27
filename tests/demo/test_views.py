"""Dialog stacks as a state machine: whatever the app and the person do, the stack holds."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.demo import modals, submitting
from bot.demo.acting import Persona
from bot.demo.clock import SimulatedClock
from bot.demo.errors import SlackError
from bot.demo.inline import InlineTransport
from bot.demo.workspace import Workspace
from tests.demo.conftest import MANIFEST, START, TITLE, modal

WORDS = st.text("abcæøå ", min_size=1, max_size=10)


class Stacks(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.ws = Workspace(clock=SimulatedClock.frozen(START))
        self.user = self.ws.add_person("anna", "Anna Holm")
        app = self.ws.install(MANIFEST)
        self.anna = Persona(self.ws, self.user)
        self.hashes: list[str] = []
        self.typed: list[str] = []
        self.ws.courier.connect(InlineTransport(lambda *_: (200, {}, ""), app.signing_secret))

    @property
    def stack(self):
        return self.ws.modals.get(self.user.id, [])

    @rule()
    def open(self) -> None:
        view = modals.open_modal(self.ws, self.ws.triggers.issue(self.user.id), modal(TITLE))
        self.hashes.append(view.hash)
        self.typed = [""]

    @rule()
    def push(self) -> None:
        inside = self.stack[-1].id if self.stack else None
        trigger = self.ws.triggers.issue(self.user.id, in_view=inside)
        if len(self.stack) in (0, 3):
            wanted = "push_limit_reached" if self.stack else "not_found"
            with pytest.raises(SlackError, match=wanted):
                modals.push_modal(self.ws, trigger, modal(TITLE))
            return
        self.hashes.append(modals.push_modal(self.ws, trigger, modal(TITLE)).hash)
        self.typed.append("")

    @precondition(lambda self: self.stack)
    @rule(words=WORDS)
    def type(self, words: str) -> None:
        self.anna.fills(self.anna.gets_dialog(), {"Titel": words})
        self.typed[-1] = words

    @precondition(lambda self: self.stack)
    @rule()
    def update(self) -> None:
        view = self.stack[-1]
        modals.replace(self.ws, view, modal(TITLE, title="Ny"), expected_hash=view.hash)
        self.hashes.append(view.hash)

    @precondition(lambda self: self.stack)
    @rule()
    def send(self) -> None:
        ready = bool(self.typed[-1])
        assert submitting.submit(self.ws, self.user, self.stack[-1]).ok is ready
        if ready:
            self.typed.pop()

    @precondition(lambda self: self.stack)
    @rule()
    def close(self) -> None:
        self.anna.closes(self.anna.gets_dialog())
        self.typed.pop()

    @invariant()
    def stack_holds_together(self) -> None:
        assert len(self.stack) == len(self.typed) <= 3
        for below, above in zip([None, *self.stack], self.stack, strict=False):
            assert above.previous == (below.id if below else None)
            assert above.root == self.stack[0].id
        values = [view.values["title"]["text"]["value"] or "" for view in self.stack]
        assert values == self.typed
        assert len(set(self.hashes)) == len(self.hashes)

    def teardown(self) -> None:
        self.ws.close()


TestStacks = Stacks.TestCase
TestStacks.settings = settings(
    max_examples=40, stateful_step_count=20, suppress_health_check=[HealthCheck.too_slow]
)
