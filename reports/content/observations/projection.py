"""Projects the figures that public reports state of indicators to rows of `Observation`.

The command `rebuild_observations` checks that the rows equal the bodies.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models.functions import Coalesce

from reports.content.models import AnnualReportPage, Indicator, Observation
from reports.content.models.page_document import read_body
from reports.content.models.projection import Projection
from reports.content.models.snippet import Snippet
from reports.core.document import Document
from reports.core.document.block import Block
from reports.core.document.part import Role
from reports.core.document.periods import read_period
from reports.core.document.table import Table

MAX_HEADING_CHARACTERS = 255  # characters of a head, whose end states the unit
BESIDE = ("code", "column", "figure")
"""The code of the indicator, the id of the column and the figure itself."""


def list_indicator_tables(document: Document) -> Iterator[tuple[Block, str, Table]]:
    """Yield the tables whose rows refer to indicators, after their blocks and the anchors there."""
    for block, section in document.placed_blocks:
        for name, part in block.parts.items():
            if part.role is Role.TABLE and part.refers_to == "indicator":
                yield block, section.heading.anchor if section else "", getattr(block, name)


def list_statements(document: Document) -> Iterator[dict[str, Any]]:
    """Yield what a body states, as fields of `Observation`, and beside them `BESIDE`.

    Rows whose reference is not confirmed state nothing: their numbers may be another indicator's.
    """
    order = 0
    for block, anchor, table in list_indicator_tables(document):
        periods = [read_period(column) for column in table.columns]
        for row in table.rows:
            values = zip(table.columns[1:], row.cells[1:], periods[1:], strict=False)
            for column, cell, when in values:
                if when is None or not row.confirmed_ref or not cell.raw.strip():
                    continue
                order += 1
                figure = cell.figure
                yield {
                    "code": row.ref,
                    "column": column.id,
                    "figure": figure,
                    "block": block.id,
                    "anchor": anchor,
                    "row": row.id,
                    "order": order,
                    "kind": when.kind,
                    "period_start": when.start,
                    "period_end": when.end,
                    "period_label": when.label,
                    "raw": figure.raw,
                    "read_as": figure.read_as,
                    "value": figure.value,
                    "value_to": figure.value_to,
                    "step": figure.step,
                    "unit": figure.unit and figure.unit.value,
                    "qualifier": figure.qualifier.value,
                    "state": figure.state.value,
                    "language": figure.locale.language,
                    "currency": figure.locale.currency,
                    "reading_edition": figure.locale.edition,
                    "heading": cell.context.heading[-MAX_HEADING_CHARACTERS:]
                    if cell.context
                    else "",
                }


def build_observations(pages: Sequence[AnnualReportPage]) -> list[Observation]:
    """Return the observations of public reports. One statement finds all their indicators.

    What a report states of an indicator that was merged into another, it states of that one.
    """
    statements = [(page.pk, each) for page in pages for each in list_statements(read_body(page))]
    codes = {statement["code"] for _, statement in statements}
    survivor = Coalesce("merged_into", "pk")
    keys = dict(Indicator.objects.filter(code__in=codes).values_list("code", survivor))
    return [
        Observation(report_id=report, indicator_id=keys[each["code"]], **take_fields(each))
        for report, each in statements
        if each["code"] in keys
    ]


def take_fields(statement: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in statement.items() if name not in BESIDE}


def find_stating(records: Sequence[Snippet]) -> set[int]:
    """Return the row ids of the reports that state something of one of some indicators."""
    rows = [record.pk for record in records if isinstance(record, Indicator)]
    found = Observation.objects.filter(indicator__in=rows)
    return set(found.values_list("report_id", flat=True))


OBSERVATIONS = Projection(Observation, build_observations, find_stating)
