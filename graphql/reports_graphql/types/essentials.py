"""The type of the figures that sum up a report, each with the figure of the year before."""

from dataclasses import replace
from typing import Any

import strawberry
from strawberry import Parent

from reports import models
from reports.authoring.rollforward.essentials import find_source, suggest_words
from reports.authoring.rollforward.labels import Step
from reports.core import figures
from reports.core.document import essentials
from reports.core.document.block_ids import derive_id
from reports.core.document.essentials import Statement
from reports_graphql.context import Context
from reports_graphql.enums import IndicatorDirection
from reports_graphql.loaders.reports import Neighbours
from reports_graphql.types.figures import Figure, figure_field
from reports_graphql.types.item import Item
from reports_graphql.types.report_in_context import ReportInContext


@strawberry.type(description="A figure that sums up a report, beside that of the year before.")
class EssentialFigure(Item):
    label: str = strawberry.field(description="What the figure counts.")
    figure: figures.Figure = figure_field(
        "The figure. Only in a preview it may be still to come: its `state` is then `EMPTY`."
    )
    figure_id: strawberry.ID = strawberry.field(
        description="The identifier of the fact or the table cell that gives the figure."
    )
    address: strawberry.ID = strawberry.field(
        description="The address of the figure, as in `figureAddresses`."
    )
    previous: figures.Figure | None = strawberry.field(
        graphql_type=Figure | None,
        description="The figure of the report before: of the same record, else in equal words; "
        "null if it gave none.",
    )
    direction: IndicatorDirection | None = strawberry.field(
        description="Which way is better; null if neither is."
    )
    anchor: str = strawberry.field(
        description="Where the report speaks of it, without « # »; empty if nowhere."
    )


def report_essentials(report: Parent[ReportInContext]) -> list[EssentialFigure]:
    today = report.context.today
    is_draft = today.perspective.drafts.has(report.page)
    marked = [
        each
        for each in report.read_document().derive(essentials.list_essentials, report.year)
        if is_draft or not each.is_empty
    ]
    if not marked:
        return []
    around = today.load.neighbours_by_year.get(report.year) or Neighbours()
    earlier = ReportInContext.if_any(around.previous, today)
    collect = essentials.collect_statements
    document = today.load.bodies.read_alone(earlier.page) if earlier else None
    stated = document.derive(collect, earlier.year) if document and earlier else ()
    found = []
    for statement in marked:
        record = find_record(statement, report.context)
        known = statement if record else replace(statement, record=None)
        before = earlier and essentials.find_previous(known, report.year, stated, earlier.year)
        if earlier and not before and statement.is_empty:
            before = find_source(statement, report.page.translation_key, stated)
        label = statement.label
        if earlier and before and statement.is_empty:
            label = suggest_words(statement, before, Step(earlier.year, report.year)).label
        if statement.is_empty and not label:
            continue  # a fact that was emptied, of which no public report says what it was
        found.append(
            EssentialFigure(
                id=strawberry.ID(derive_id("essential", statement.id)),
                label=label,
                figure=statement.figure,
                figure_id=strawberry.ID(statement.figure_id),
                address=report.build_address(statement.pointer),
                previous=before.figure if before else None,
                direction=(
                    IndicatorDirection(record.direction)
                    if isinstance(record, models.Indicator)
                    else None
                ),
                anchor=statement.anchor,
            )
        )
    return found


def find_record(statement: Statement, context: Context) -> Any:
    """Return the visible record that a figure is about, if any.

    Both kinds are looked up in any case, so that tags do not tell whether there is a record.
    """
    is_code = isinstance(statement.record, str)
    indicator = context.load.indicators_by_code.get(statement.record if is_code else None)
    service = context.load.services_by_id_or_slug.get(None if is_code else statement.record)
    return indicator or service
