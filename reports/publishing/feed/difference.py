"""Compares the public states of a subject before and after a change."""

from dataclasses import dataclass

from reports.content.models.record_kind import get_kinds_by_name
from reports.publishing.feed.subjects import State, Subject

GONE = ("REPORT_WITHDRAWN", "PAGE_WITHDRAWN", "RECORD_WITHDRAWN", "REDIRECT_WITHDRAWN")
"""The kinds of entries that say that something is there no more."""


@dataclass(frozen=True)
class Difference:
    """A subject, its state as last announced, and its public state now."""

    subject: Subject
    before: State | None
    after: State | None

    @property
    def is_unchanged(self) -> bool:
        """True if both states are equal, including the details that are not in the digest."""
        return self.before == self.after

    @property
    def is_noticeable(self) -> bool:
        """True if readers can notice the change, which details outside the digest do not show."""
        if self.before is None or self.after is None:
            return self.before is not self.after and self.subject.kind != "site"
        return self.before.digest != self.after.digest or self.is_reordered

    @property
    def is_reordered(self) -> bool:
        """True if pages that are in both states have changed their order."""
        orders = [state.details.get("order", []) for state in (self.before, self.after) if state]
        common = set(orders[0]) & set(orders[-1])
        first, last = ([key for key in order if key in common] for order in (orders[0], orders[-1]))
        return first != last

    @property
    def has_moved(self) -> bool:
        """True if the subject appeared, disappeared or has another address, which dependents may
        show.
        """
        if self.before is None or self.after is None:
            return self.before is not self.after
        return self.before.details.get("path") != self.after.details.get("path")

    @property
    def has_withdrawn_version(self) -> bool:
        """True if a version of a report was withdrawn that is public before and after."""
        if self.before is None or self.after is None:
            return False
        before, after = (
            set(state.details.get("withdrawn", ())) for state in (self.before, self.after)
        )
        return not after <= before

    @property
    def is_correction(self) -> bool:
        """True if a report that is public before and after has new corrections."""
        if self.before is None or self.after is None:
            return False
        before, after = (state.details.get("corrections", 0) for state in (self.before, self.after))
        return bool(after > before)

    @property
    def names(self) -> set[str]:
        """The names by which other subjects refer to this one."""
        return {name for state in (self.before, self.after) if state for name in state.names}

    @property
    def kind(self) -> str:
        """The kind of the feed entry for this difference."""
        family = "RECORD" if self.subject.kind in get_kinds_by_name() else self.subject.kind.upper()
        if self.after is None:
            return f"{family}_WITHDRAWN"
        if self.has_withdrawn_version:
            return "VERSION_WITHDRAWN"
        if self.is_correction:
            return "REPORT_CORRECTED"
        if self.before is None and family not in ("REDIRECT", "SITE"):
            return f"{family}_PUBLISHED"
        return f"{family}_CHANGED"
