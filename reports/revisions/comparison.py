"""Wagtail's view of two revisions, with our understanding of what a body holds."""

from functools import cached_property
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.admin import compare

from reports.revisions.alone import alone
from reports.revisions.bodies import Entry, compared
from reports.revisions.change import Change, Kind, Stayed
from reports.revisions.records import Names
from reports.revisions.walk import changes

BODY = "reports/revisions/body.html"
BLOCK = "reports/revisions/block.html"


class BodyComparison(compare.StreamFieldComparison):
    """A whole body: only the blocks that changed, and how many did not."""

    @cached_property
    def found(self) -> tuple[list[Entry], int]:
        return compared(self.val_a, self.val_b)

    def has_changed(self) -> bool:
        return bool(self.found[0])

    def htmldiff(self) -> SafeString:
        entries, stayed = self.found
        return render_to_string(BODY, {"entries": entries, "stayed": stayed})


class BlockComparison(compare.BlockComparison):
    """One of our blocks, wherever Wagtail compares blocks."""

    def htmlvalue(self, value: Any) -> SafeString:
        found = alone(self.block, value, (), Kind.SAME)
        return rendered([change for change in found if change.pieces])

    def htmldiff(self) -> SafeString:
        return rendered(list(changes(self.block, self.val_a, self.val_b, (), Names())))


def rendered(found: list[Change | Stayed]) -> SafeString:
    lines = [change for change in found if isinstance(change, Change)]
    stayed = [change for change in found if isinstance(change, Stayed) and change.count]
    return render_to_string(BLOCK, {"changes": lines, "stayed": stayed})
