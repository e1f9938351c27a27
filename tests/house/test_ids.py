"""Every id that a view can emit has a listener, and every listener's id is emitted."""

import importlib
import pkgutil
from enum import StrEnum

import pytest

from bot.slack import ids
from tests.support.listeners import front_of
from tests.support.town import ROOT, Town


def declared() -> dict[str, str]:
    """Id → the enum member's name, over all files of `bot/slack/ids`."""
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(ids.__path__):
        loaded = importlib.import_module(f"{ids.__name__}.{module.name}")
        for kind in vars(loaded).values():
            if not isinstance(kind, type) or kind.__name__.endswith("More"):
                continue  # the choices of an overflow menu, whose listener is the menu's
            if issubclass(kind, StrEnum) and kind is not StrEnum:
                for member in kind:
                    assert member.value not in found, f"{member.value} stands twice"
                    found[member.value] = f"{kind.__name__}.{member.name}"
    return found


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_id_has_a_listener(town: Town):
    front = front_of(town)
    heard = {*front.presses, *front.shortcuts, *front.forms}
    silent = {name for value, name in declared().items() if value not in heard}
    assert not silent
    assert not heard - set(declared())


def test_every_id_is_used_in_a_view_or_the_manifest():
    shown = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("views", "listeners")
        for path in (ROOT / "bot" / "slack" / folder).glob("*.py")
    ) + (ROOT / "bot" / "slack" / "manifest.py").read_text(encoding="utf-8")
    idle = {name for name in declared().values() if name not in shown and "Shortcut" not in name}
    assert not idle
