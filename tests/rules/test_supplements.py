"""What readers are told of an item that changed several times."""

import pytest

from bot.rules.supplements import told_as
from storage.vocabulary import AgendaChangeKind as Kind


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([Kind.ADDED, Kind.CHANGED], Kind.ADDED),
        ([Kind.ADDED, Kind.DEFERRED], Kind.ADDED),
        ([Kind.ADDED, Kind.WITHDRAWN], None),
        ([Kind.CHANGED, Kind.WITHDRAWN], Kind.WITHDRAWN),
        ([Kind.CHANGED, Kind.CHANGED], Kind.CHANGED),
        ([Kind.DEFERRED, Kind.RECALLED], None),
        ([Kind.WITHDRAWN, Kind.RECALLED], None),
        ([Kind.ADDED, Kind.WITHDRAWN, Kind.RECALLED], Kind.ADDED),
        ([Kind.DEFERRED, Kind.RECALLED, Kind.WITHDRAWN], Kind.WITHDRAWN),
        ([Kind.DEFERRED, Kind.CHANGED, Kind.RECALLED], Kind.CHANGED),
        ([Kind.RECALLED], Kind.RECALLED),
        ([Kind.RECALLED, Kind.DEFERRED], None),
        ([Kind.DEFERRED, Kind.RECALLED, Kind.DEFERRED], Kind.DEFERRED),
    ],
)
def test_an_item_is_told_of_once_as_it_stands_in_the_end(changes, told):
    assert told_as(changes) is told
