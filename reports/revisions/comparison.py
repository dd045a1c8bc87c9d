"""Wagtail's view of two revisions, with our understanding of what a body holds."""

from functools import cached_property

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.admin import compare

from reports.document import read
from reports.revisions.document_changes import DocumentComparison, Entry, compare_leftovers
from reports.revisions.leftovers import find_leftovers

TEMPLATE = "reports/revisions/body.html"


class BodyComparison(compare.StreamFieldComparison):
    """A whole body: only the blocks that changed, and how many did not."""

    @cached_property
    def documents(self) -> DocumentComparison:
        before, after = (read(list(body.raw_data)) for body in (self.val_a, self.val_b))
        return DocumentComparison(before, after)

    @cached_property
    def entries(self) -> list[Entry]:
        leftovers = compare_leftovers(find_leftovers(self.val_a), find_leftovers(self.val_b))
        return [*self.documents.entries, *leftovers]

    def has_changed(self) -> bool:
        return bool(self.entries)

    def htmldiff(self) -> SafeString:
        context = {"entries": self.entries, "unchanged_blocks": self.documents.unchanged_blocks}
        return render_to_string(TEMPLATE, context)
