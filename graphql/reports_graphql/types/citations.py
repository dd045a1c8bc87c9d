"""Types of citations: numbers of a text that name the figures which they repeat."""

from collections.abc import Callable
from html import escape
from typing import Self

import strawberry

from reports.core import figures
from reports.core.citations.holding import holds
from reports.core.citations.ways import Way, work_out
from reports.core.figures import parse_in
from reports.core.figures.locale import Locale
from reports.core.text.citations import StoredCitation
from reports.core.text.rich_text import plain
from reports.publishing.figure_addresses import ResolvedAddress
from reports_graphql.enums import describe_enum
from reports_graphql.field_cost import costs
from reports_graphql.types.figures import Figure, figure_field

describe_enum(
    Way,
    "CitationWay",
    "How a number of a text is made of the figures that it cites.",
    {
        "SAME": "As the figure is printed.",
        "ROUNDED": "With fewer digits, or within a bound: « plus de 50 ».",
        "BARE": "Without its unit.",
        "CHANGE": "Without its sign, which words say: « 12 % de moins ».",
        "SHARE": "In percent, where the figure is a ratio.",
        "SUM": "The sum of the figures.",
        "DIFFERENCE": "The first less the second.",
        "PART": "The first in percent of the second.",
        "GROWTH": "The growth from the second to the first, in percent.",
    },
)

FindFigure = Callable[[str], ResolvedAddress | None]


@strawberry.type(description="Where a cited figure stands in its report.")
class CitedPlace:
    section: strawberry.ID | None = strawberry.field(
        description="The identifier of the heading above it; null outside any part."
    )
    block: strawberry.ID = strawberry.field(description="The block that states it.")
    anchor: str = strawberry.field(
        description="What the element of that block in a page has as `id`, without « # »."
    )
    path: str = strawberry.field(
        description="The public path of that block: « /bilan/2024/#impact »."
    )

    @classmethod
    def from_resolved(cls, found: ResolvedAddress) -> Self | None:
        if found.place is None:
            return None
        visit = found.place.visit
        block = visit.block
        anchor = getattr(block, "anchor", "") or block.id
        section = visit.section
        return cls(
            section=strawberry.ID(section.heading.id) if section else None,
            block=strawberry.ID(block.id),
            anchor=anchor,
            path=f"{found.path}#{anchor}",
        )


@strawberry.type(description="A figure that a number of a text repeats, or is computed from.")
class CitedFigure:
    address: strawberry.ID = strawberry.field(
        description="The address of the figure, as in `figureAddresses`; of what is stated of an "
        "indicator, one of its code and period."
    )
    figure: figures.Figure = figure_field("The figure, as it is stated there.")
    words: str = strawberry.field(
        description="Where it is stated, in words: « 4.2 › Services suivis › Résultats 2024 »."
    )
    place: CitedPlace | None = strawberry.field(
        description="Where it stands; null for what is stated of an indicator."
    )

    @classmethod
    def from_resolved(cls, found: ResolvedAddress, figure: figures.Figure) -> Self:
        return cls(
            address=strawberry.ID(str(found.address)),
            figure=figure,
            words=found.words,
            place=CitedPlace.from_resolved(found),
        )


@strawberry.type(
    description="What a number of a text repeats: one figure, or several that it is computed from."
)
class Citation:
    way: Way = strawberry.field(description="How the number is made of what it cites.")
    figure: figures.Figure | None = strawberry.field(
        graphql_type=Figure | None,
        description="The figure; null if the number is computed from several.",
    )
    place: CitedPlace | None = strawberry.field(
        description="Where the figure stands; null if the number is computed from several, or is "
        "what is stated of an indicator."
    )
    sources: list[CitedFigure] = strawberry.field(
        description="The figures, in the order of the computation; one if it is none.",
        metadata=costs(items=1),
    )
    holds: bool = strawberry.field(description="Whether the number is what they say.")


def read_citation(
    stored: StoredCitation, find: FindFigure, locale: Locale
) -> tuple[figures.Figure, Citation] | None:
    """Return the words of a citation, read as a figure, and what they cite.

    None if who asks cannot follow it, or if the words are no number.
    """
    found = [each for each in map(find, stored.addresses) if each and each.figure]
    way = Way.from_stored(stored.way)
    read = [each.figure for each in found if each.figure]
    words = parse_in(locale, " ".join(plain(stored.html).split()))
    value = work_out(way, read) if found and len(found) == len(stored.addresses) else None
    if value is None or words.value is None:
        return None
    sources = [
        CitedFigure.from_resolved(each, figure) for each, figure in zip(found, read, strict=True)
    ]
    only = sources[0] if len(sources) == 1 else None
    return words, Citation(
        way=way,
        figure=only.figure if only else None,
        place=only.place if only else None,
        sources=sources,
        holds=holds(words, way, value),
    )


def write_data(words: figures.Figure, citation: Citation, stored: StoredCitation) -> str:
    """Return the public element of a citation: `<data value="58" data-figure="r.…">58</data>`.

    `data-place` has the path of the first of its figures that stands in a report.
    """
    addresses = escape(" ".join(stored.addresses))
    path = next((each.place.path for each in citation.sources if each.place), "")
    place = f' data-place="{escape(path)}"' if path else ""
    return f'<data value="{words.value:f}" data-figure="{addresses}"{place}>{stored.html}</data>'
