"""Each document costs a number of statements that does not depend on how much there is."""

from collections import defaultdict
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports import models
from reports.core.document.block_ids import derive_new_ids
from reports_graphql.loaders.bodies import ReportBodiesByPageIdLoader
from reports_graphql.loaders.snippets import ServicesByIdOrSlugLoader

from .bodies import Body, block, fact, item, row, table
from .conftest import QUERIES, Ask, Publish

SERIES = """
{
  report(year: 2024) {
    body {
      ... on IndicatorTableBlock {
        indicatorRows { indicator { series { change attainment report { year document { id } } } } }
      }
    }
  }
}
"""


def times(body: Body, count: int) -> Body:
    """A body so many times as long, in which every id is still unique."""
    return [child for seed in range(count) for child in derive_new_ids(body, seed)]


@pytest.fixture
def full(every_block: Body, living: SimpleNamespace, publish: Publish) -> Body:
    """A body that refers to something of every kind, links to pages and documents included."""
    page = publish(2023, source_document=other_document())
    publish(2025)
    links = (
        f'<p><a linktype="page" id="{page.pk}">2023</a> '
        f'<a linktype="document" id="{living.document.pk}">PDF</a></p>'
    )
    return [*every_block, block(90, "paragraph", {"text": links})]


def other_document() -> models.ReportDocument:
    return models.ReportDocument.objects.create(title="Autre", file=ContentFile(b"%", "a.pdf"))


@pytest.mark.parametrize("count", [1, 10])
def test_report(
    full: Body, publish: Publish, ask: Ask, django_assert_num_queries: Any, count: int
) -> None:
    publish(2024, times(full, count), source_document=other_document())

    # the site, the report, its versions, what it refers to, its neighbours, its corrections,
    # renditions, documents; the block of incubators names that of the service
    with django_assert_num_queries(8):
        answer = ask("report", year=2024)

    assert len(answer["data"]["report"]["body"]) == len(full) * count


def test_what_nobody_asks_for_is_not_read(
    full: Body, publish: Publish, ask: Ask, django_assert_num_queries: Any
) -> None:
    publish(2024, full)

    with django_assert_num_queries(2):  # the site, the report
        ask("{ report(year: 2024) { title body { __typename } outline { number } } }")


def test_essentials_read_the_body_before_and_nothing_that_it_refers_to(
    publish: Publish, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = defaultdict(list)
    for loader in (ReportBodiesByPageIdLoader, ServicesByIdOrSlugLoader):
        monkeypatch.setattr(loader, "fetch_by_keys", note_keys(loader.fetch_by_keys, read))
    pages = {}
    for year, figure in ((2023, "10"), (2024, "12"), (2025, "14")):
        service = models.Service.objects.create(name=f"S{year}", slug=f"s{year}")
        marked = fact(figure, after="agents", leading=year == 2024)
        figures = {"groups": [item(1, {"title": "", "facts": [item(2, marked)]})]}
        lines = {"services": [item(3, {"service": service.pk, "name": "S"})]}
        body = [block(4, "key_figures", figures), block(5, "service_lines", lines)]
        pages[year] = publish(year, derive_new_ids(body, year)), service
    answer = ask(
        "{ report(year: 2024) { essentials { figure { text } previous { text } } body { "
        "... on ServiceLinesBlock { serviceLines { service { name } } } } } }"
    )

    assert answer["data"]["report"]["essentials"] == [
        {"figure": {"text": "12"}, "previous": {"text": "10"}}
    ]
    assert answer["data"]["report"]["body"][1]["serviceLines"][0]["service"]["name"] == "S2024"
    assert read["LoneReportBodiesByPageIdLoader"] == [{pages[2023][0].pk}]
    assert read["ReportBodiesByPageIdLoader"] == []
    assert read["ServicesByIdOrSlugLoader"] == [{pages[2024][1].pk}]


def note_keys(fetch: Any, read: dict[str, list[Any]]) -> Any:
    def noting(loader: Any, keys: set[Any]) -> Any:
        read[type(loader).__name__].append(set(keys))
        return fetch(loader, keys)

    return noting


def test_what_nothing_refers_to_is_not_read(
    publish: Publish, ask: Ask, django_assert_num_queries: Any
) -> None:
    publish(2024, [block(1, "paragraph", {"text": "<p>Seul.</p>"})])

    # the site, the report, its version, its neighbours, its corrections
    with django_assert_num_queries(5):
        ask("report", year=2024)


@pytest.mark.parametrize("count", [1, 10])
def test_series_in_a_report(
    publish: Publish, ask: Ask, django_assert_num_queries: Any, db: None, count: int
) -> None:
    rows = []
    for n in range(count):
        models.Indicator.objects.create(name=f"I{n}", code=f"i{n}")
        rows.append(row(100 + n, f"I{n}", "7", "8", ref=f"i{n}"))
    cells = table(10, ["", "Résultats 2024", "Objectifs 2024"], *rows)
    body = [block(1, "indicator_table", {"caption": "", "table": cells})]
    publish(2024, body, source_document=other_document())

    with django_assert_num_queries(5):  # the site, the report, its records, observations, earlier
        answer = ask(SERIES)

    assert len(answer["data"]["report"]["body"][0]["indicatorRows"]) == count


@pytest.mark.parametrize("count", [1, 10])
def test_report_list(
    publish: Publish, ask: Ask, django_assert_num_queries: Any, count: int
) -> None:
    for year in range(2000, 2000 + count):
        publish(year, source_document=other_document())

    with django_assert_num_queries(3):  # the site, the page of reports, their documents
        answer = ask("report_list", first=5)

    assert answer["data"]["reports"]["totalCount"] == count


@pytest.mark.parametrize("count", [1, 10])
@pytest.mark.parametrize(
    ("document", "connection", "statements"),
    [
        ("years", "reports", 2),  # the site, the reports
        ("key_figures", "reports", 4),  # the site, the reports, those before them, their bodies
        ("indicator_list", "indicators", 2),  # the site, the indicators
    ],
)
def test_parts_of_lists(
    publish: Publish,
    ask: Ask,
    every_block: Body,
    django_assert_num_queries: Any,
    document: str,
    connection: str,
    statements: int,
    count: int,
) -> None:
    for year in range(2000, 2000 + count):
        publish(year, every_block)

    with django_assert_num_queries(statements):
        answer = ask(document)

    assert answer["data"][connection]["nodes"]


@pytest.mark.parametrize("count", [1, 10])
@pytest.mark.parametrize("name", ["services", "incubators", "indicators", "fundingRounds"])
def test_lists(
    db: None, ask: Ask, django_assert_max_num_queries: Any, name: str, count: int
) -> None:
    for n in range(count):
        incubator = models.Incubator.objects.create(name=f"I{n}", slug=f"i{n}")
        models.Service.objects.create(name=f"S{n}", slug=f"s{n}", incubator=incubator)
        models.Indicator.objects.create(name=f"I{n}", code=f"i{n}")
        models.FundingRound.objects.create(name=f"F{n}", slug=f"f{n}")
    fields = {"services": "name incubator { name }"}.get(name, "name")

    with django_assert_max_num_queries(3):
        answer = ask(f"{{ {name}(first: 5) {{ totalCount edges {{ node {{ {fields} }} }} }} }}")

    assert answer["data"][name]["totalCount"] == count


@pytest.mark.parametrize("count", [1, 10])
def test_service(
    living: SimpleNamespace, publish: Publish, ask: Ask, django_assert_num_queries: Any, count: int
) -> None:
    cards = {"cards": [item(1, {"service": living.service.pk, "name": "Mano", "facts": []})]}
    for year in range(2000, 2000 + count):
        publish(year, [block(2, "impact_cards", cards)])

    # the site, the service, its incubator, where reports name it, these, what they print there
    with django_assert_num_queries(6):
        answer = ask("service", slug="mano.beta")

    assert len(answer["data"]["mentions"]["nodes"]) == count


@pytest.mark.parametrize("count", [1, 10])
def test_indicator(
    living: SimpleNamespace, publish: Publish, ask: Ask, django_assert_num_queries: Any, count: int
) -> None:
    for year in range(2000, 2000 + count):
        cells = table(10, ["", f"Résultats {year}"], row(1, "Lancés", "7", ref="lances"))
        publish(year, [block(2, "indicator_table", {"caption": "", "table": cells})])

    with django_assert_num_queries(4):  # the site, the indicator, its observations, earlier ones
        answer = ask("indicator", code="lances")

    assert len(answer["data"]["indicator"]["series"]) == count


@pytest.mark.parametrize("count", [1, 10])
@pytest.mark.parametrize("name", ["series", "restatements"])
def test_series(
    publish: Publish, ask: Ask, index: Any, django_assert_num_queries: Any, count: int, name: str
) -> None:
    codes = [f"i{n}" for n in range(count)]
    for code in codes:
        models.Indicator.objects.create(name=code, code=code)
    rows = [row(n, code, "7", ref=code) for n, code in enumerate(codes, 1)]
    cells = table(99, ["", "Résultats 2024"], *rows)
    publish(2024, [block(2, "indicator_table", {"caption": "", "table": cells})])

    with django_assert_num_queries(4):  # the site, the indicators, observations, earlier ones
        answer = ask(name, codes=codes, first=count)

    assert all(node["series"] for node in answer["data"]["indicators"]["nodes"])
    assert len(answer["data"]["indicators"]["nodes"]) == count


@pytest.mark.parametrize("count", [1, 10])
def test_incubator(
    living: SimpleNamespace, ask: Ask, django_assert_num_queries: Any, count: int
) -> None:
    incubator = models.Incubator.objects.get(pk=living.service.incubator_id)
    for n in range(count):
        models.Service.objects.create(name=f"S{n}", slug=f"s{n}", incubator=incubator)

    with django_assert_num_queries(3):  # the site, the incubator, its services
        answer = ask("incubator", slug=incubator.slug)

    assert len(answer["data"]["services"]["nodes"]) == count + 1


@pytest.mark.parametrize("count", [1, 10])
def test_funding_round(
    publish: Publish, ask: Ask, every_block: Body, django_assert_num_queries: Any, count: int
) -> None:
    for year in range(2000, 2000 + count):
        publish(year, every_block)
    found = models.FundingRound.objects.first()
    assert found

    # the site, the round, its awards, the reports, what they print there, their services
    with django_assert_num_queries(6):
        answer = ask("funding_round", slug=found.slug)

    assert len(answer["data"]["fundingRound"]["awards"]) >= count


@pytest.mark.parametrize("count", [1, 10])
def test_glossary(db: None, ask: Ask, django_assert_num_queries: Any, count: int) -> None:
    for n in range(count):
        models.Term.objects.create(name=f"T{n}", slug=f"t{n}")

    with django_assert_num_queries(2):  # the site, the terms
        answer = ask("glossary")

    assert len(answer["data"]["terms"]["nodes"]) == count


def test_versions(publish: Publish, ask: Ask, django_assert_num_queries: Any) -> None:
    for year in range(2020, 2025):
        publish(year, [block(1, "paragraph", {"text": "<p>Seul.</p>"})])

    with django_assert_num_queries(4):  # the site, the report, its versions, its corrections
        answer = ask("versions", year=2024)

    assert answer["data"]["report"]["versions"]


def test_figure_addresses(
    publish: Publish, every_block: Body, ask: Ask, django_assert_num_queries: Any
) -> None:
    publish(2024, every_block)

    with django_assert_num_queries(2):  # the site, the report
        answer = ask("figure_addresses", year=2024)

    assert len(answer["data"]["report"]["figureAddresses"]) > 10


def test_bodies_are_only_read_for_themselves(publish: Publish, every_block: Body, ask: Ask) -> None:
    """A body is nearly all the weight of a report: series, lists and neighbours do without."""
    publish(2023, every_block)

    with CaptureQueriesContext(connection) as captured:
        ask("indicator", code="lances")
        ask("report_list")
        ask("{ report(year: 2023) { previous { title } } }")

    read = [query["sql"] for query in captured if '"body"' in query["sql"]]
    assert len(read) == 1  # the report itself


def test_no_query_writes_a_rendition(every_block: Body, publish: Publish, ask: Ask) -> None:
    models.Rendition.objects.all().delete()
    publish(2024, every_block)

    answer = ask("report", year=2024)

    pictures = [b["picture"] for b in answer["data"]["report"]["body"] if b.get("picture")]
    assert [picture["renditions"] for picture in pictures] == [[], []]
    assert models.Rendition.objects.count() == 0


def test_every_document_has_a_budget() -> None:
    budgets = {"report", "report_list", "search", "service", "indicator", "versions"}
    budgets |= {"incubator", "funding_round", "glossary", "series", "restatements"}
    budgets |= {"indicator_list", "key_figures", "years", "figure_addresses"}
    budgets |= {
        "page",
        "site",
        "sitemap",
        "redirect",
        "redirects",
    }  # in site/test_cost.py: they go when the site half goes

    assert {path.stem for path in QUERIES.glob("*.graphql")} <= budgets
