"""Decide which entries are shown."""

from build_scripts.model.annotation import Provenance, Status
from build_scripts.model.collection import Collection


class Visibility:
    """Which entries are shown: drafts are hidden unless they were asked for."""

    def __init__(self, collection: Collection, with_drafts: bool) -> None:
        self._with_drafts = with_drafts
        self._terms = {t.id for t in collection.terms if self.shows(t.provenance)}
        self._events = {e.id for e in collection.events if self.shows(e.provenance)}

    def shows(self, provenance: Provenance) -> bool:
        """Whether an entry is shown."""
        return self._with_drafts or provenance.status is not Status.DRAFT

    def shows_term(self, term_id: str) -> bool:
        """Whether a term exists and is shown."""
        return term_id in self._terms

    def shows_event(self, event_id: str) -> bool:
        """Whether an event exists and is shown."""
        return event_id in self._events
