"""Compares two revisions as Wagtail does, but their bodies block by block."""

from functools import cached_property
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.admin import compare
from wagtail.models import Page

from reports.content.models.page_document import locale_of
from reports.content.records.reference_names import ReferenceNames
from reports.core.changes.document_changes import (
    DocumentComparison,
    Entry,
    compare_leftovers,
)
from reports.core.changes.leftovers import find_leftovers
from reports.core.document import read

TEMPLATE = "reports/revisions/body.html"


class BodyComparison(compare.StreamFieldComparison):
    """The comparison of two bodies: the changed blocks, and the number of unchanged ones."""

    def __init__(self, field: Any, obj_a: Page, obj_b: Page) -> None:
        super().__init__(field, obj_a, obj_b)
        self.locales = locale_of(obj_a), locale_of(obj_b)

    @cached_property
    def documents(self) -> DocumentComparison:
        bodies = list(self.val_a.raw_data), list(self.val_b.raw_data)
        before, after = map(read, bodies, self.locales)
        return DocumentComparison(before, after, ReferenceNames(before, after))

    @cached_property
    def entries(self) -> list[Entry]:
        leftovers = compare_leftovers(find_leftovers(self.val_a), find_leftovers(self.val_b))
        return [*self.documents.entries, *leftovers]

    def has_changed(self) -> bool:
        return bool(self.entries)

    def htmldiff(self) -> SafeString:
        context = {"entries": self.entries, "unchanged_blocks": self.documents.unchanged_blocks}
        return render_to_string(TEMPLATE, context)
