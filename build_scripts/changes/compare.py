"""Compare two states of a collection, entry by entry."""

from collections.abc import Iterable

from build_scripts.changes.compared_entries import entries_of
from build_scripts.model.change import Change, Changes, ChangeState, Entry, EntryKind
from build_scripts.model.placed import AnnotatedCollection

_Key = tuple[EntryKind, str, str]


def compare(
    before: AnnotatedCollection,
    after: AnnotatedCollection,
    faulty: Iterable[str] = (),
) -> Changes:
    """Find the entries that were added, changed and removed.

    An entry with a new id is the same entry if it has the old id in `formerly`; the entries of a
    reading with a new id are the same as well.

    An entry that is missing afterwards counts as unreadable, not as removed, if its file is one of
    the faulty ones. Both states include drafts.
    """
    changes = compare_entries(entries_of(before), entries_of(after), faulty)
    titles = {
        annotated.reading.id: annotated.reading.metadata.title
        for collection in (before, after)
        for annotated in collection.readings
    }
    return Changes(changes, titles)


def compare_entries(
    before: Iterable[Entry], after: Iterable[Entry], faulty: Iterable[str] = ()
) -> tuple[Change, ...]:
    """Compare entries; the changes of a reading come together, those of the site last."""
    later = {_key(entry): entry for entry in after}
    new_ids = {
        (entry.kind, entry.reading, old): entry.id
        for entry in later.values()
        for old in entry.formerly
        if (entry.kind, entry.reading, old) not in later
    }
    renamed = {old: new for (kind, _, old), new in new_ids.items() if kind is EntryKind.READING}
    earlier: dict[_Key, Entry] = {}
    for entry in before:
        reading = renamed.get(entry.reading, entry.reading)
        if entry.kind is EntryKind.READING:
            earlier[EntryKind.READING, reading, reading] = entry
        else:
            old = (entry.kind, reading, entry.id)
            earlier[entry.kind, reading, new_ids.get(old, entry.id)] = entry
    unreadable = frozenset(faulty)
    changes = []
    for key in sorted({*earlier, *later}, key=_order):
        was, is_now = earlier.get(key), later.get(key)
        if was is None or is_now is None:
            changes.append(Change(_state(was, unreadable), was, is_now))
        elif was.id != is_now.id or dict(was.fields) != dict(is_now.fields):
            changes.append(Change(ChangeState.CHANGED, was, is_now))
    return tuple(changes)


def _key(entry: Entry) -> _Key:
    return entry.kind, entry.reading, entry.id


def _order(key: _Key) -> tuple[bool, str, int, str]:
    kind, reading, entry_id = key
    return not reading, reading, [*EntryKind].index(kind), entry_id


def _state(was: Entry | None, faulty: frozenset[str]) -> ChangeState:
    if was is None:
        return ChangeState.ADDED
    # While its reading.yml has faults, not all entries of a reading may have been read.
    needed = {was.path, f"annotations/readings/{was.reading}/reading.yml"}
    return ChangeState.UNREADABLE if needed & faulty else ChangeState.REMOVED
