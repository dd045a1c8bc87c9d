"""The gates of the report half."""

from collections.abc import Iterator

from reports.content.models.record_kind import RecordKind
from reports.core.document.block_ids import derive_id

from ..keys import cursor
from ..sample_records import SAMPLES, build_key, find_root
from . import hiding
from .gate import ABSENT, Gate
from .hiding import Hides

SERVICE, INCUBATOR = hiding.record("service"), hiding.record("incubator")
INDICATOR, ROUND = hiding.record("indicator"), hiding.record("funding_round")
TERM, PICTURE = hiding.record("term"), hiding.media("picture")
IMAGE = hiding.media("image")
DOCUMENT, SOURCE = hiding.media("document"), hiding.media("source_document")
R2022, R2023, R2024, R2025 = (hiding.report(year) for year in (2022, 2023, 2024, 2025))


def listed(
    root: str,
    kind: str,
    key: str,
    shown: str,
    hides: Hides,
    count: int,
    connection: str = "",
    missing: int = 1,
) -> list[Gate]:
    """The rows of a connection: its members, their number, and what leads to them.

    Of `count` members, so many are `missing` where they are hidden.
    """
    connection = connection or f"{kind}Connection"
    ask = f"{{ {root} {{ edges {{ cursor node {{ {key} }} }} totalCount }} }}"
    bare = f"{{ {root} {{ nodes {{ {key} }} }} }}"
    few = f"{root}(first: {count - missing})".replace(")(", ", ")
    most = f"{{ {few} {{ pageInfo {{ hasNextPage }} }} }}"
    root = root.partition("(")[0]
    at, more = f"{root}.edges.*.node", f"{root}.pageInfo.hasNextPage"
    return [
        Gate(f"Query.{root}", ask, at, shown, hides, ABSENT),
        Gate(f"{connection}.edges", ask, at, shown, hides, ABSENT),
        Gate(f"{kind}Edge.node", ask, at, shown, hides, ABSENT),
        Gate(f"{connection}.nodes", bare, f"{root}.nodes.*", shown, hides, ABSENT),
        Gate(f"{connection}.totalCount", ask, f"{root}.totalCount", count, hides, count - missing),
        Gate(f"{connection}.pageInfo", most, more, True, hides, False),
    ]


def sampled(kind: RecordKind) -> Iterator[Gate]:
    """The rows of the root for a kind of which the world has one record."""
    root, key, hides = find_root(kind), build_key(kind), hiding.record(kind.name)
    yield from listed(root, kind.model.__name__, kind.key_field, key, hides, 1)
    by_key = root.removesuffix("s")
    ask = f'{{ {by_key}({kind.key_field}: "{key}") {{ {kind.key_field} }} }}'
    yield Gate(f"Query.{by_key}", ask, by_key, key, hides, None)


def in_body(field: str, way: str, key: str, shown: str, hides: Hides) -> Gate:
    """What a block refers to: null in its place, which stays.

    `way` leads from the block to it: the block's type, then fields, `*` where they are lists.
    """
    member, *names = way.split(".")
    inside = f"{{ {key} }}"
    for name in reversed([name for name in names if name != "*"]):
        inside = f"{{ {name} {inside} }}"
    ask = f"{{ report(year: 2024) {{ body {{ ... on {member} {inside} }} }} }}"
    return Gate(field, ask, ".".join(["report.body.*", *names]), shown, hides, None)


def in_report(field: str, year: int, selection: str, shown: str, hides: Hides) -> Gate:
    name = field.partition(".")[2]
    return Gate(
        field,
        f"{{ report(year: {year}) {{ {name} {selection} }} }}",
        f"report.{name}",
        shown,
        hides,
        None,
    )


def page_info(name: str, argument: str, hides: Hides, shown: object, answer: object) -> Gate:
    ask = f"{{ reports({argument}) {{ pageInfo {{ {name} }} }} }}"
    return Gate(f"PageInfo.{name}", ask, f"reports.pageInfo.{name}", shown, hides, answer)


def series(name: str, shown: object, hides: Hides, answer: object = ABSENT) -> Gate:
    field, _, below = name.partition(" ")
    ask = f'{{ indicator(code: "lances") {{ series {{ {name} }} }} }}'
    at = f"indicator.series.*.{field}" + (f".{below.strip('{ }')}" if below else "")
    return Gate(f"Observation.{field}", ask, at, shown, hides, answer)


def key_of(year: int) -> str:
    return cursor([year, derive_id("page", str(year))])


CARD = '{ service(slug: "mano.beta") { mentions { report { title } } } }'
MENTIONS = 'mentions(service: "mano.beta")'
TABLES = 'fundingTables(fundingRound: "fast-7")'
ROUNDS = '{ service(slug: "mano.beta") { mentions { fundingRound { slug } } } }'
PATH_TO_ROUND = "service.mentions.*.fundingRound"
AWARDS = '{ fundingRound(slug: "fast-7") { awards { report { title } award { name } } } }'
LINKS = "{ report(year: 2024) { introduction { html text } } }"
ENTRIES = '{ indicator(code: "lances") { series { report { title } } } }'
WORDS = "report.introduction"
SAID = f"{WORDS}.html"
TYPED = """{ report(year: 2024) { introduction {
    links { index href target { ... on LinkedPage { title } ... on Document { title } } }
    tree { kind parent text link { index href } }
} } }"""
CITED = """{ page(urlPath: "/bilan/") { ... on ReportIndexPage { introduction { tree {
    citation { way holds place { path } sources { address } }
} } } } }"""
CITED_AT = "page.introduction.tree.*.citation.place.path"
ONE_LINK = [{"index": 0, "href": "/bilan/2023/", "target": {"title": "Bilan 2023"}}]
ONE_LINK_IN_TREE = [
    {"kind": "P", "parent": None, "text": "", "link": None},
    {"kind": "A", "parent": 0, "text": "", "link": {"index": 0, "href": "/bilan/2023/"}},
    {"kind": "TEXT", "parent": 1, "text": "2023", "link": None},
    {"kind": "TEXT", "parent": 0, "text": " PDF", "link": None},
]
ESSENTIALS = "{ report(year: 2024) { essentials { previous { raw } direction } } }"
ESSENTIAL = "report.essentials.*"
CHANGES = "{ changes(first: 100) { edges { cursor node { kind title } } } }"
ENTRY = "changes.edges.*.node.title"

GATES = [
    *listed("reports", "Report", "title", "Bilan 2023", R2023, 4),
    *listed("services", "Service", "slug", "mano.beta", SERVICE, 2),
    *listed(MENTIONS, "Mention", "report { title }", "Bilan 2023", R2023, 8, missing=4),
    Gate(
        "Query.mentions", f"{{ {MENTIONS} {{ totalCount }} }}", "mentions.totalCount", 8, SERVICE, 0
    ),
    *listed(TABLES, "FundingTable", "report { title }", "Bilan 2023", R2023, 2),
    *listed("incubators", "Incubator", "slug", "fabrique", INCUBATOR, 2),
    *listed("indicators", "Indicator", "code", "lances", INDICATOR, 2),
    *listed("fundingRounds", "FundingRound", "slug", "fast-7", ROUND, 2),
    *listed("terms", "Term", "slug", "incubateur", TERM, 1),
    *(
        Gate(f"Query.{name}", f'{{ {name}(slug: "{slug}") {{ name }} }}', name, shown, hides, None)
        for name, slug, shown, hides in (
            ("incubator", "fabrique", "Fabrique", INCUBATOR),
            ("fundingRound", "fast-7", "FAST 7", ROUND),
            ("term", "incubateur", "Incubateur", TERM),
        )
    ),
    *(gate for kind in SAMPLES for gate in sampled(kind)),
    Gate("Query.report", "{ report(year: 2023) { title } }", "report", "Bilan 2023", R2023, None),
    Gate(
        "Query.service", '{ service(slug: "mano.beta") { name } }', "service", "Mano", SERVICE, None
    ),
    Gate(
        "Query.indicator",
        '{ indicator(code: "lances") { name } }',
        "indicator",
        "Services",
        INDICATOR,
        None,
    ),
    *(
        Gate(field, CHANGES, ENTRY, "Bilan 2023", R2023, ABSENT)
        for field in ("Query.changes", "ChangeConnection.edges", "ChangeEdge.node")
    ),
    page_info("hasNextPage", "first: 3", R2022, True, False),
    page_info("hasPreviousPage", "last: 3", R2025, True, False),
    page_info("startCursor", "first: 9", R2025, key_of(2025), key_of(2024)),
    page_info("endCursor", "first: 9", R2022, key_of(2022), key_of(2023)),
    in_report("Report.previous", 2023, "{ title }", "Bilan 2022", R2022),
    in_report("Report.next", 2024, "{ title }", "Bilan 2025", R2025),
    Gate("EssentialFigure.previous", ESSENTIALS, f"{ESSENTIAL}.previous", "7", R2023, None),
    Gate("EssentialFigure.direction", ESSENTIALS, f"{ESSENTIAL}.direction", "UP", INDICATOR, None),
    in_report("Report.document", 2024, "{ title }", "annexe", SOURCE),
    Gate(
        "Report.document",
        "{ reports { edges { node { document { title } } } } }",
        "reports.edges.*.node.document",
        "annexe",
        SOURCE,
        None,
    ),
    in_report("Report.image", 2024, "{ alt }", "Image olive", IMAGE),
    Gate(
        "Report.image",
        "{ reports { edges { node { image { alt } } } } }",
        "reports.edges.*.node.image",
        "Image olive",
        IMAGE,
        None,
    ),
    Gate("RichText.html", LINKS, SAID, "/bilan/2023/", R2023, ABSENT),
    Gate(
        "RichText.html",
        LINKS,
        SAID,
        "/documents/",
        DOCUMENT,
        '<p><a href="/bilan/2023/" data-kind="page">2023</a> PDF</p>',
    ),
    Gate("RichText.links", TYPED, f"{WORDS}.links.*.href", "/bilan/2023/", R2023, ABSENT),
    Gate("RichText.links", TYPED, f"{WORDS}.links", "/documents/", DOCUMENT, ONE_LINK),
    Gate("RichTextLink.index", TYPED, f"{WORDS}.links.*.index", 1, R2023, 0),
    Gate("RichTextLink.target", TYPED, f"{WORDS}.links.*.target", "Bilan 2023", R2023, ABSENT),
    Gate("RichTextLink.target", TYPED, f"{WORDS}.links.*.target", "bilan", DOCUMENT, ABSENT),
    Gate("RichText.tree", TYPED, f"{WORDS}.tree", "/bilan/2023/", R2023, ABSENT),
    Gate("RichText.tree", TYPED, f"{WORDS}.tree", "/documents/", DOCUMENT, ONE_LINK_IN_TREE),
    Gate("RichTextNode.citation", CITED, CITED_AT, "/bilan/2023/#", R2023, ABSENT),
    Gate("RichTextNode.link", TYPED, f"{WORDS}.tree.*.link.href", "/bilan/2023/", R2023, ABSENT),
    Gate(
        "Service.incubator",
        '{ service(slug: "mano.beta") { incubator { name } } }',
        "service.incubator",
        "Fabrique",
        INCUBATOR,
        None,
    ),
    Gate(
        "Incubator.services",
        '{ incubator(slug: "fabrique") { services { name } } }',
        "incubator.services.*.name",
        "Mano",
        SERVICE,
        ABSENT,
    ),
    *(
        Gate(field, CARD, "service.mentions.*.report.title", "Bilan 2023", R2023, ABSENT)
        for field in ("Service.mentions", "Mention.report")
    ),
    Gate(
        "FundingTable.report",
        f"{{ {TABLES} {{ nodes {{ report {{ title }} }} }} }}",
        "fundingTables.nodes.*.report.title",
        "Bilan 2023",
        R2023,
        ABSENT,
    ),
    Gate("Mention.fundingRound", ROUNDS, PATH_TO_ROUND, "fast-7", ROUND, None),
    *(
        Gate(field, AWARDS, "fundingRound.awards.*.report.title", "Bilan 2023", R2023, ABSENT)
        for field in ("FundingRound.awards", "RoundAward.report")
    ),
    *(
        Gate(
            f"Query.{name}",
            f"{{ {name}({given}) {{ edges {{ node {{ {key} }} }} }} }}",
            f"{name}.edges.*.node.{key}",
            shown,
            hides,
            ABSENT,
        )
        for name, given, key, shown, hides in (
            ("services", "filter: { report: 2023 }", "slug", "mano.beta", R2023),
            ("services", "filter: { report: 2023 }", "slug", "mano.beta", SERVICE),
            ("services", 'filter: { incubator: "fabrique" }', "slug", "mano.beta", INCUBATOR),
            ("services", 'filter: { slugs: ["mano.beta"] }', "slug", "mano.beta", SERVICE),
            ("indicators", "report: 2023", "code", "lances", R2023),
            ("indicators", 'codes: ["lances"]', "code", "lances", INDICATOR),
            ("reports", "from: 2023, to: 2023", "title", "Bilan 2023", R2023),
        )
    ),
    Gate(
        "Indicator.series", ENTRIES, "indicator.series.*.report.title", "Bilan 2024", R2024, ABSENT
    ),
    series("report { title }", "Bilan 2024", R2024),
    series("restated", True, R2023, False),
    *(
        Gate(
            field,
            '{ indicator(code: "lances") { series { earlier { report { title } } } } }',
            "indicator.series.*.earlier.*.report.title",
            "Bilan 2023",
            R2023,
            ABSENT,
        )
        for field in ("Observation.earlier", "EarlierStatement.report")
    ),
    series("change", "-2013", R2024),
    series("attainment", "1.375", R2024),
    in_body(
        "IndicatorRow.indicator",
        "IndicatorTableBlock.indicatorRows.*.indicator",
        "code",
        "lances",
        INDICATOR,
    ),
    in_body("Award.service", "FundingTableBlock.awards.*.service", "slug", "mano.beta", SERVICE),
    in_body(
        "FundingTableBlock.fundingRound", "FundingTableBlock.fundingRound", "slug", "fast-7", ROUND
    ),
    in_body(
        "ImpactCard.service", "ImpactCardsBlock.impactCards.*.service", "slug", "mano.beta", SERVICE
    ),
    in_body(
        "ComparisonCard.service",
        "ComparisonCardsBlock.comparisonCards.*.service",
        "slug",
        "mano.beta",
        SERVICE,
    ),
    in_body(
        "ServiceLine.service",
        "ServiceLinesBlock.serviceLines.*.service",
        "slug",
        "mano.beta",
        SERVICE,
    ),
    in_body(
        "ListedIncubator.incubator",
        "IncubatorListBlock.incubatorGroups.*.incubators.*.incubator",
        "slug",
        "fabrique",
        INCUBATOR,
    ),
    in_body("Definition.term", "DefinitionsBlock.definitions.*.term", "slug", "incubateur", TERM),
    in_body("ChartBlock.picture", "ChartBlock.picture", "alt", "Image navy", PICTURE),
    in_body("PictureBlock.picture", "PictureBlock.picture", "alt", "Image navy", PICTURE),
    in_body("DownloadBlock.document", "DownloadBlock.document", "title", "bilan", DOCUMENT),
]
