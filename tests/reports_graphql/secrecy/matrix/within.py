"""Rows of fields that ask no gate: their value belongs to one that has passed it already.

By type, with the reason. Every field is named, so that a new one is met with a question; those of
blocks and items that have only what their nodes declare are named there.
"""

from collections.abc import Iterator

from strawberry.utils.str_converters import to_camel_case

from reports.content.models.record_kind import list_kinds
from reports.core.document.block import BLOCKS, Block
from reports.core.document.part import Role
from reports_graphql.types.blocks import body  # noqa: F401  completes the members
from reports_graphql.types.blocks.block import MEMBERS
from reports_graphql.types.node_types import TYPES

STORED = "the report that holds the block has passed the gate; a reference in it asks by itself"
CITED = "of a citation whose figures may all be seen; others are words"
READ = "computed from the words of a block"
LIVING = "a field of a record that was only given because it may be seen"
PAGE = "a field of a page that was only given because it may be seen"
DRAFTS = "what is public lacks nothing; of drafts: test_previews.py"
TOKEN = "nothing is previewed without a token; with one: test_previews.py"
OWN = "of an item that has passed the gate"

PAGES = (
    "id title slug urlPath seoTitle seoDescription showInMenus firstPublishedAt lastPublishedAt "
)

HIT = "id title titleMatches excerpt excerptMatches"

WRITTEN: dict[str, tuple[str, str]] = {
    "AnnualReportPage": (
        PAGE,
        PAGES + "children",
    ),
    "Award": (STORED, "id name note url mission amount cells"),
    "Block": (STORED, "id section anchor path"),
    "Change": (
        "of an entry about what may be seen, or that says that it is gone",
        "id kind happenedAt subject record year title path formerPath cacheTags corrections",
    ),
    "ChangeConnection": ("of entries that have passed the gate", "pageInfo nodes lastCursor"),
    "ChangeEdge": (OWN, "cursor"),
    "ChartBlock": (
        STORED,
        "id section anchor path title kind columns rows unit source note alt transcription "
        "transcriptionOrigin spec svg csv",
    ),
    "Citation": (CITED, "way figure place sources holds"),
    "CitedFigure": (CITED, "address figure words place"),
    "CitedPlace": (CITED, "section block anchor path"),
    "ComparisonCard": (STORED, "id name url mission missionHeading status periods growth"),
    "ContentPage": (
        PAGE,
        PAGES + "body",
    ),
    "Correction": (
        "of a report that may be seen",
        "id kind date sentence place block row column address before after version",
    ),
    "DataTableBlock": (STORED, "id section anchor path caption columns rows csv"),
    "Document": (LIVING, "id title url format size pages language filename"),
    "DownloadBlock": (STORED, "id section anchor path title sourceUrl"),
    "Fact": (STORED, "id before figure after url"),
    "Figure": (READ, "raw readAs value valueTo step unit currency qualifier state text"),
    "FigureAddress": (STORED, "id figureId place"),
    "FocalPoint": (LIVING, "x y width height"),
    "FundingRound": (LIVING, "id slug name year"),
    "FundingTable": (
        "in a report that may be seen, and names a round that may be seen",
        "id block anchor path caption awards",
    ),
    "FundingTableBlock": (STORED, "id section anchor path caption columns awards csv"),
    "HeadingBlock": (STORED, "id section path title level number anchor oldAnchors"),
    "HomePage": (
        PAGE,
        PAGES + "parent ancestors introduction",
    ),
    "ImpactCard": (STORED, "id name url mission missionHeading status factsHeading facts"),
    "Incubator": (LIVING, "id slug name owner"),
    "Indicator": (LIVING, "id code name definition unit decimals direction csv"),
    "IndicatorRow": (STORED, "id name definition url cells"),
    "IndicatorTableBlock": (STORED, "id section anchor path caption columns indicatorRows csv"),
    "Licence": ("what the site says of itself", "name url type"),
    "LinkedPage": (LIVING, "id title path"),
    "ListedIncubator": (STORED, "id name owner"),
    "EssentialFigure": (STORED, "id label figure figureId address anchor"),
    "Note": (STORED, "id number content block"),
    "EarlierStatement": ("of a statement by a report that may be seen", "figure version isTypo"),
    "Observation": (
        "of a statement by a report that may be seen",
        "id period kind figure block anchor path",
    ),
    "FundingTableEdge": (OWN, "cursor"),
    "MentionEdge": (OWN, "cursor"),
    "Mention": (
        "of a report that may be seen, about a service that may",
        "id block anchor path kind name figures card caption",
    ),
    "OutlineEntry": (STORED, "id level number title anchor"),
    "PageEdge": (OWN, "cursor"),
    "PageInterface": (
        PAGE,
        PAGES + "",
    ),
    "PdfFile": ("of a version that may be read", "id path size pages"),
    "Period": (READ, "label year start end"),
    "Picture": (LIVING, "id alt credit width height url focalPoint renditions"),
    "PictureBlock": (STORED, "id section anchor path alt caption sourceUrl"),
    "PictureRendition": ("of a picture that has passed the gate", "id name url width height"),
    "PreviewedPage": ("of the one draft that a preview shows, and of nothing else", "path year"),
    "Problem": ("of the one draft that a preview shows, and of nothing else", "id block message"),
    "Query": ("of the request itself: the site of its host, the page of its token", "site preview"),
    "RedirectEdge": (OWN, "cursor"),
    "Redirect": ("of a redirect whose target may be seen", "oldPath isPermanent"),
    "Report": (
        PAGE,
        "id year title heroTitle path introduction publishedAt seoTitle seoDescription "
        "lastPublishedAt outline problems openTaskCount openTaskSummary body pdf version versions "
        "corrections date language currency essentials notes figureAddresses",
    ),
    "ReportIndexPage": (
        PAGE,
        PAGES + "introduction",
    ),
    "ReportPassage": (
        "of a passage of a report that may be seen",
        f"{HIT} block anchor path",
    ),
    "ReportEdge": (OWN, "cursor"),
    "ReportVersion": (
        "of a report that may be seen",
        "id number publishedAt sha256 reason withdrawn withdrawnAt withdrawalReason path pdf",
    ),
    "RoundAward": ("of a table in a report that may be seen", "id block anchor path award"),
    "RichText": ("the words of a link stay when its target is hidden", "text"),
    "RichTextLink": ("of a link whose target may be seen, or that leads to no row", "href kind"),
    "RichTextNode": (
        "of the text as it is shown: without the links that must not be seen",
        "kind parent text lang start title scope columnSpan rowSpan",
    ),
    "SearchHit": (OWN, HIT),
    "SearchHitEdge": (OWN, "cursor"),
    "Service": (LIVING, "id slug name mission phase phaseLabel url statsUrl budgetUrl"),
    "ServiceLine": (STORED, "id name url mission owners"),
    "Site": (
        "what the site says of itself",
        "name url language printedBase publisher publisherType contactEmail contactUrl coverage "
        "licence",
    ),
    "TableCell": (STORED, "id column text figure url"),
    "TableColumn": (STORED, "id heading period kind"),
    "TableRow": (STORED, "id name note url cells"),
    "Term": (LIVING, "id slug name definition"),
    "TextRange": (READ, "start end"),
}


def derive_rows() -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the rows of blocks and items: what is written above, and what their nodes say.

    A reference has a row of its own: what it leads to may be hidden by itself.
    """
    members = ((BLOCKS[name], member) for name, member in MEMBERS.items())
    for node, member in (*TYPES.items(), *members):
        name = member.__strawberry_definition__.name
        beside = ("section", "anchor", "path") if issubclass(node, Block) else ()
        reason, written = WRITTEN.get(name, (STORED, " ".join(("id", *beside))))
        stored = (
            part.public_name or to_camel_case(each)
            for each, part in node.parts.items()
            if part.description and part.role is not Role.REFERENCE
        )
        yield name, (reason, " ".join(dict.fromkeys((*written.split(), *stored))))


def derive_record_rows() -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the rows of lists and results of each kind of records."""
    for kind in list_kinds():
        yield f"{kind.model.__name__}Edge", (OWN, "cursor")
        if kind.searched:
            yield f"{kind.model.__name__}Hit", (LIVING, HIT)


WITHIN = {**WRITTEN, **dict(derive_rows()), **dict(derive_record_rows())}

# Fields that have no value in any world, and why: nothing else may be null or empty everywhere.
EMPTY = {
    "HomePage.parent": "the root of a site has nothing above it",
    "HomePage.ancestors": "the root of a site has nothing above it",
    "Query.preview": TOKEN,
    "PreviewedPage.path": TOKEN,
    "PreviewedPage.year": TOKEN,
    "Report.problems": DRAFTS,
    "Report.openTaskSummary": DRAFTS,
    "Problem.id": DRAFTS,
    "Problem.block": DRAFTS,
    "Problem.message": DRAFTS,
}
