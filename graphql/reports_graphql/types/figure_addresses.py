"""The addresses by which other sites cite the figures of a report."""

import strawberry
from strawberry import Parent

from reports.core.document.part import Role
from reports.core.figure_addresses.resolving import get_places
from reports.core.figure_addresses.words import describe_place
from reports_graphql.types.report_in_context import ReportInContext


@strawberry.type(
    description="The address of a figure of the body, or of a cell of a table that has words."
)
class FigureAddress:
    id: strawberry.ID = strawberry.field(
        description="The address: what a site that cites the figure keeps. It stays the same while "
        "blocks and rows are moved, and leads to nothing once the figure has gone."
    )
    figure_id: strawberry.ID = strawberry.field(
        description="The identifier of the fact or the table cell that gives the figure."
    )
    place: str = strawberry.field(
        description="Where it stands, in words: « 4.2 › Services suivis › Résultats 2024 »."
    )


def report_figure_addresses(report: Parent[ReportInContext]) -> list[FigureAddress]:
    """Return the addresses of all figures, except those whose ids occur twice."""
    document = report.read_document()
    places = get_places(document)
    return [
        FigureAddress(
            id=report.build_address(place.pointer),
            figure_id=strawberry.ID(
                place.pointer.cell if place.role is Role.CELL else place.visit.node.id
            ),
            place=describe_place(place, document.locale),
        )
        for place in places
        if place.figure is not None and not places.has_several(place.pointer.path)
    ]
