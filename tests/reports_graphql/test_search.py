"""Search: what is public is found, where it stands; what is hidden takes part in nothing."""

import base64
import datetime
import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from reports import models
from reports.content.search.entry_query import rank_kind
from reports.core.text.sort_keys import build_sort_key

from .bodies import Body, block, item, row, table, uid
from .conftest import Ask, Publish

KEYS = """
query ($query: String!, $first: Int, $after: String, $last: Int, $before: String) {
  search(query: $query, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges {
      cursor
      node {
        __typename
        ... on ReportPassage { id title excerpt block anchor path report { year } }
        ... on ServiceHit { id title excerpt service { slug } }
        ... on IndicatorHit { id title excerpt indicator { code } }
        ... on TermHit { id title excerpt term { slug } }
      }
    }
  }
}
"""
EVERYTHING = """
query ($query: String!) {
  search(query: $query, first: 100) {
    totalCount
    edges {
      node {
        ... on ReportPassage {
          excerpt path
          report { title introduction { html text } document { id title url } publishedAt }
        }
        ... on ServiceHit {
          service {
            name incubator { name }
            mentions {
              name figures { before } report { title introduction { html } document { id } }
            }
          }
        }
        ... on IndicatorHit {
          indicator { name series { figure { raw } report { title document { id } } } }
        }
        ... on TermHit { term { name definition } }
      }
    }
  }
}
"""
PRINTED = """
query ($year: Int!) {
  report(year: $year) {
    outline { id anchor }
    body {
      ... on ImpactCardsBlock { id section impactCards { name } }
      ... on ComparisonCardsBlock {
        id section comparisonCards { name growth { figure { raw } } }
      }
      ... on BudgetBlock { id section budgetLines { title amount { figure { raw } } } }
    }
  }
}
"""


def heading(number: int, text: str, anchor: str) -> dict[str, Any]:
    return block(number, "heading", {"text": text, "level": "2", "anchor": anchor})


def paragraph(number: int, text: str) -> dict[str, Any]:
    return block(number, "paragraph", {"text": f"<p>{text}</p>"})


def search(ask: Ask, query: str, **variables: Any) -> dict[str, Any]:
    answer = ask(KEYS, query=query, **variables)
    assert "errors" not in answer, answer
    return answer["data"]["search"]


def nodes(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in found["edges"]]


def where(found: dict[str, Any]) -> list[str]:
    """The path or the name of each node, in order."""
    return [node.get("path") or node["title"] for node in nodes(found)]


@pytest.fixture
def report(publish: Publish) -> models.AnnualReportPage:
    return publish(
        2024,
        [
            paragraph(1, "Avant toute section : un avant-propos."),
            heading(2, "Impact", "impact"),
            paragraph(3, "Les bornes <b>déployées</b> : 18\u202f000 cette année."),
            heading(4, "Budget", "état-des-lieux"),
            paragraph(5, "Des bornes pour 2,48 millions d’euros."),
        ],
        introduction="<p>Une année de bornes.</p>",
    )


def test_a_passage_says_where_it_stands(report: models.AnnualReportPage, ask: Ask) -> None:
    (found,) = nodes(search(ask, "déployer 18 000"))

    assert found.pop("id")
    assert found == {
        "__typename": "ReportPassage",
        "title": "Impact",
        "excerpt": "Les bornes déployées : 18\u202f000 cette année.",
        "block": uid(3),
        "anchor": "impact",
        "path": "/bilan/2024/#impact",
        "report": {"year": 2024},
    }
    assert where(search(ask, "2,48 million")) == ["/bilan/2024/#état-des-lieux"]


def test_outside_of_a_section_it_stands_in_the_report(
    report: models.AnnualReportPage, ask: Ask
) -> None:
    (found,) = nodes(search(ask, "avant-propos"))
    assert (found["title"], found["anchor"], found["path"]) == ("Bilan 2024", "", "/bilan/2024/")
    assert found["block"] == uid(1)

    (found,) = nodes(search(ask, "budget"))
    assert (found["title"], found["excerpt"]) == ("Budget", "")  # the heading, told once

    (found,) = nodes(search(ask, "bilan 2024"))
    assert (found["block"], found["excerpt"]) == (None, "Une année de bornes.")


def test_every_word_must_occur_and_one_at_least_in_the_text(
    report: models.AnnualReportPage, ask: Ask
) -> None:
    assert where(search(ask, "borne impact")) == ["/bilan/2024/#impact"]
    assert [node["block"] for node in nodes(search(ask, "impact"))] == [uid(2)]
    assert where(search(ask, "borne introuvable")) == []
    found = nodes(search(ask, "bornes 2024"))
    assert [node["block"] for node in found] == [None, uid(3), uid(5)]


def test_living_records_are_found(living: SimpleNamespace, ask: Ask) -> None:
    living.service.mission = "Aider les incubateurs."
    living.service.save()

    found = nodes(search(ask, "incubateur"))

    assert [(n["__typename"], n["title"], n["excerpt"]) for n in found] == [
        ("TermHit", "Incubateur", ""),
        ("ServiceHit", "Mano", "Aider les incubateurs."),
    ]
    assert found[0]["term"] == {"slug": "incubateur"}
    assert found[1]["service"] == {"slug": "mano.beta"}
    (indicator,) = nodes(search(ask, "service lancé"))
    assert (indicator["__typename"], indicator["indicator"]) == ("IndicatorHit", {"code": "lances"})


def test_titles_first_then_records_then_the_latest_report_in_order(
    publish: Publish, ask: Ask
) -> None:
    for year in (2023, 2024):
        publish(
            year,
            [
                heading(1, "Ailleurs", "ailleurs"),
                paragraph(2, "Un canari."),
                heading(3, "Canaris", "canaris"),
                paragraph(4, "Le canari."),
            ],
        )
    models.Term.objects.create(name="Oiseau", slug="o", definition="Un canari.")
    models.Service.objects.create(name="Volière", slug="v", mission="Des canaris.")
    models.Service.objects.create(name="Canari", slug="z")
    models.Service.objects.create(name="Canari", slug="a")
    models.Indicator.objects.create(name="Canaris", code="c")

    found = nodes(search(ask, "canari"))

    assert [
        (n["title"], n.get("block") or (n.get("service") or {}).get("slug")) for n in found
    ] == [
        ("Canari", "a"),
        ("Canari", "z"),
        ("Canaris", None),
        *[("Canaris", uid(3)), ("Canaris", uid(4))] * 2,
        ("Volière", "v"),
        ("Oiseau", None),
        *[("Ailleurs", uid(2))] * 2,
    ]
    years = [n["report"]["year"] for n in found if "report" in n]
    assert years == [2024, 2024, 2023, 2023, 2024, 2023]


def test_pages_both_ways_are_the_whole_list(publish: Publish, ask: Ask) -> None:
    for year in (2022, 2023, 2024):
        publish(year, [paragraph(n, "canari") for n in range(1, 6)])
    for n in range(5):
        models.Service.objects.create(name="Canari", slug=f"s{n}")
    whole = search(ask, "canari", first=100)
    assert whole["totalCount"] == len(whole["edges"]) == 20

    for size in (1, 3, 7):
        forwards: list[Any] = []
        cursor, more = None, True
        while more:
            one = search(ask, "canari", first=size, after=cursor)
            forwards += one["edges"]
            cursor, more = one["pageInfo"]["endCursor"], one["pageInfo"]["hasNextPage"]
        assert forwards == whole["edges"]
        backwards: list[Any] = []
        cursor, more = None, True
        while more:
            one = search(ask, "canari", last=size, before=cursor)
            backwards = one["edges"] + backwards
            cursor, more = one["pageInfo"]["startCursor"], one["pageInfo"]["hasPreviousPage"]
        assert backwards == whole["edges"]


def test_ids_are_stable_and_no_row_numbers(report: models.AnnualReportPage, ask: Ask) -> None:
    before = nodes(search(ask, "bornes"))
    ids = [node["id"] for node in before]
    assert len(set(ids)) == len(ids) == 3

    report.save()  # its entries are rows anew

    again = search(ask, "borne")
    assert [node["id"] for node in nodes(again)] == ids
    assert not {node["id"] for node in nodes(search(ask, "bornes année"))} & set(ids)
    cursor = json.loads(base64.urlsafe_b64decode(again["pageInfo"]["endCursor"]))
    passages = rank_kind(models.SearchEntry.Kind.PASSAGE)
    assert cursor == [0, passages, 2024, 5, build_sort_key("Budget"), uid(5)]


def test_a_long_text_is_cut_around_the_match(publish: Publish, ask: Ask) -> None:
    publish(2024, [paragraph(1, "mot " * 300 + "canari" + " mot" * 300)])

    (found,) = nodes(search(ask, "canari"))

    assert "canari" in found["excerpt"]
    assert len(found["excerpt"]) <= 200


def past() -> datetime.datetime:
    return timezone.now() - datetime.timedelta(hours=1)


def unpublish(page: models.AnnualReportPage) -> None:
    page.unpublish()


def draft_without_a_save(page: models.AnnualReportPage) -> None:
    models.AnnualReportPage.objects.filter(pk=page.pk).update(live=False)


def expire(page: models.AnnualReportPage) -> None:
    models.AnnualReportPage.objects.filter(pk=page.pk).update(expire_at=past())


def restrict(page: models.AnnualReportPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def restrict_above(page: models.AnnualReportPage) -> None:
    branch = page.get_parent().add_child(
        instance=models.ReportIndexPage(title="Branche", slug="branche")
    )
    PageViewRestriction.objects.create(page=branch, restriction_type="password", password="x")
    page.move(branch, "last-child")


def take_to_another_site(page: models.AnnualReportPage) -> None:
    home = Page.get_first_root_node().add_child(instance=models.HomePage(title="x", slug="autre"))
    Site.objects.create(hostname="autre.example", root_page=home)
    index = home.add_child(instance=models.ReportIndexPage(title="Bilans", slug="bilan"))
    page.move(index, "last-child")


HIDINGS = [unpublish, draft_without_a_save, expire, restrict, restrict_above, take_to_another_site]


@pytest.mark.parametrize("hide", HIDINGS)
def test_a_hidden_report_takes_part_in_nothing(
    publish: Publish, ask: Ask, hide: Callable[[models.AnnualReportPage], None]
) -> None:
    def body() -> Body:
        return [heading(1, "Canaris", "c"), paragraph(2, "canari"), paragraph(3, "canari")]

    publish(2022, body())
    publish(2024, body())
    before = [search(ask, "canari", **how) for how in ({}, {"first": 2}, {"last": 2})]
    hidden = publish(2023, [*body(), paragraph(4, "canari SECRET")], title="Canari SECRET")
    assert search(ask, "canari")["totalCount"] == 11
    assert search(ask, "secret")["totalCount"] == 2

    hide(hidden)

    assert [search(ask, "canari", **how) for how in ({}, {"first": 2}, {"last": 2})] == before
    assert search(ask, "secret") == search(ask, "introuvable")
    middle = before[0]["edges"][3]["cursor"]
    assert search(ask, "canari", after=middle)["pageInfo"]["hasPreviousPage"]
    assert search(ask, "canari", last=5, before=middle)["edges"] == before[0]["edges"][:3]


@pytest.mark.parametrize("fields", [{"live": False}, {"expire_at": past()}])
@pytest.mark.parametrize("model", [models.Service, models.Indicator, models.Term])
def test_a_hidden_record_takes_part_in_nothing(
    ask: Ask, db: None, model: Any, fields: dict[str, Any]
) -> None:
    models.Term.objects.create(name="Canari", slug="visible")
    before = search(ask, "canari")
    model.objects.create(name="Canari", **{model.key_field: "secret"})
    assert search(ask, "canari")["totalCount"] == 2

    model.objects.filter(**{model.key_field: "secret"}).update(**fields)

    assert search(ask, "canari") == before


def test_a_record_that_never_was_public_is_found_once_it_is(ask: Ask, db: None) -> None:
    service = models.Service.objects.create(name="Canari", slug="a", live=False)
    assert search(ask, "canari")["totalCount"] == 0

    service.save_revision().publish()

    assert search(ask, "canari")["totalCount"] == 1


def test_a_draft_of_a_public_report_or_record_is_not_found(publish: Publish, ask: Ask) -> None:
    page = publish(2024)
    page.title, page.body = "SECRET", json.dumps([paragraph(1, "SECRET")])
    page.save_revision()
    record = models.Service.objects.create(name="Mano", slug="a")
    record.name = "SECRET"
    record.save_revision()

    assert search(ask, "secret")["totalCount"] == 0


def test_an_alias_is_not_found(publish: Publish, ask: Ask) -> None:
    page = publish(2024, [paragraph(1, "canari")])
    home = Page.get_first_root_node().add_child(instance=models.HomePage(title="x", slug="autre"))
    index = home.add_child(instance=models.ReportIndexPage(title="Bilans", slug="bilan"))
    alias = page.create_alias(parent=index)
    alias.move(page.get_parent().get_parent(), "last-child")

    assert search(ask, "canari")["totalCount"] == 1


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("a" * 201, "The query is longer than 200 characters."),
        ("%" * 201, "The query is longer than 200 characters."),
        ("\ufdfa" * 14, "The query is longer than 200 characters."),  # 15 letters each
        ("\ufdfa" * 199, "The query is longer than 200 characters."),
        (
            " ".join(f"z{letter}z" for letter in "bcdfghjklmn"),
            "The query has more than 10 words.",
        ),
        (" ".join(str(n) for n in range(1000, 1011)), "The query has more than 10 words."),
    ],
)
def test_too_much_is_refused(db: None, ask: Ask, query: str, message: str) -> None:
    (error,) = ask(KEYS, query=query)["errors"]

    assert error["message"] == message
    assert error["extensions"]["code"] == "BAD_USER_INPUT"


def test_what_is_just_enough_is_answered(publish: Publish, ask: Ask) -> None:
    publish(2024, [paragraph(1, " ".join(str(n) for n in range(1000, 1011)))])

    assert search(ask, " ".join(str(n) for n in range(1000, 1010)))["totalCount"] == 1
    assert search(ask, "1000 " * 40)["totalCount"] == 1
    assert search(ask, "a" * 200)["totalCount"] == 0
    assert search(ask, "é" * 200)["totalCount"] == 0
    assert search(ask, "\ufdfa" * 13)["totalCount"] == 0


@pytest.mark.parametrize("query", ["", "   ", "de la", "%", "_", "\\", "'", '"', "*", "( )"])
def test_a_query_without_words_finds_nothing(
    report: models.AnnualReportPage, ask: Ask, query: str
) -> None:
    found = search(ask, query)

    assert (found["edges"], found["totalCount"]) == ([], 0)
    assert found == search(ask, "introuvable")


@pytest.mark.parametrize(
    "query",
    [
        *("bor_es", "bo%", "%x", "b*", "born' OR '1'='1", "bornes\\x", "NEAR(a b)"),
        *('"bornes"x', "bornes AND NOT x", "title:bornes", "-bornes-x", "bornes; DROP TABLE x"),
        *("ﷺ ½ №", "e\u0301\u0302\u0303", "👩‍🚀", "٣٤", "İ", "ß", "q" * 200),
    ],
)
def test_signs_are_just_characters(report: models.AnnualReportPage, ask: Ask, query: str) -> None:
    assert search(ask, query)["totalCount"] == 0


def test_signs_part_words(report: models.AnnualReportPage, ask: Ask) -> None:
    for query in ("bornes\\", "%bornes_", "'bornes';--", '"bornes"*', "(bornes)"):
        assert search(ask, query)["totalCount"] == 3, query


def test_a_lone_surrogate_is_no_crash(report: models.AnnualReportPage, client: Any) -> None:
    cursor = base64.urlsafe_b64encode(json.dumps([0, 4, 2024, 1, "\ud800", "x"]).encode()).decode()
    for variables in ({"query": "bornes \ud800"}, {"query": "bornes", "after": cursor}):
        body = json.dumps({"query": KEYS, "variables": variables})
        answer = client.post("/graphql/", body, content_type="application/json")
        assert answer.status_code < 500
        assert "INTERNAL_ERROR" not in answer.content.decode()


def forged(*values: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(list(values)).encode()).decode()


@pytest.mark.parametrize(
    "cursor",
    [
        *("x", "", "W10=", base64.urlsafe_b64encode(b"[" * 20_000).decode()),
        forged("Nom", "a"),
        forged("x", 4, 2024, 5, "t", "k"),
        forged(1e400, 4, 2024, 5, "t", "k"),
        forged(0, 4, None, 5, "t", "k"),
        forged(0, 4, 2024, 5, "t\0", "k"),
        forged(10**30, 10**30, -(10**30), 10**30, "t", "k"),
        forged([], {}, 2024, 5, [], {}),
    ],
)
def test_a_forged_cursor_is_refused_or_finds_its_place(
    report: models.AnnualReportPage, ask: Ask, cursor: str
) -> None:
    for variables in ({"after": cursor}, {"before": cursor}):
        answer = ask(KEYS, query="bornes", **variables)
        codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
        assert codes <= {"BAD_USER_INPUT"}


@pytest.mark.parametrize("query", ["bornes", "de la"])
@pytest.mark.parametrize("arguments", [{"first": 101}, {"first": -1}, {"first": 1, "last": 1}])
def test_a_page_has_bounds(db: None, ask: Ask, query: str, arguments: dict[str, int]) -> None:
    (error,) = ask(KEYS, query=query, **arguments)["errors"]
    assert error["extensions"]["code"] in {"BAD_USER_INPUT", "LIMIT_EXCEEDED"}


@pytest.mark.parametrize("count", [5, 100])
def test_the_shipped_document(
    publish: Publish, ask: Ask, django_assert_num_queries: Any, count: int
) -> None:
    incubator = models.Incubator.objects.create(name="I", slug="i")
    publish(2024, [paragraph(n, "canari") for n in range(1, count - 1)])
    models.Indicator.objects.create(name="Canari", code="c")
    models.Service.objects.create(name="Canari", slug="a", incubator=incubator)

    # the site, which entries, the entries, records, reports, incubators
    with django_assert_num_queries(6) as read:
        answer = ask("search", query="canari", first=100)

    assert not [query["sql"] for query in read.captured_queries if '"body"' in query["sql"]]

    found = answer["data"]["search"]
    assert found["totalCount"] == len(found["nodes"]) == count
    assert found["nodes"][0]["service"]["incubator"] == {
        "id": "i",
        "slug": "i",
        "name": "I",
    }


@pytest.mark.parametrize("count", [1, 20])
def test_everything_below_a_page_costs_the_same(
    publish: Publish, ask: Ask, django_assert_num_queries: Any, settings: Any, count: int
) -> None:
    """Per count: a service with a card, an indicator with a series, a term, two blocks."""
    settings.GRAPHQL_MAX_COST = 10**6
    cards, rows, body = [], [], []
    for n in range(count):
        incubator = models.Incubator.objects.create(name=f"I{n}", slug=f"i{n}")
        service = models.Service.objects.create(
            name=f"Canari {n}", slug=f"s{n}", incubator=incubator
        )
        models.Indicator.objects.create(name="Canari", code=f"c{n}")
        models.Term.objects.create(name="Canari", slug=f"t{n}")
        cards.append(item(1000 + n, {"service": service.pk, "name": "Fiche", "facts": []}))
        rows.append(row(2000 + n, "Ligne", "7", ref=f"c{n}"))
        body += [paragraph(3000 + n, "canari"), paragraph(4000 + n, "canari")]
    linked = publish(2000)
    file = ContentFile(b"%PDF", "b.pdf")
    for year in (2023, 2024):
        cells = table(10, ["", f"Résultats {year}"], *rows)
        publish(
            year,
            [
                *(body if year == 2024 else ()),
                block(8, "impact_cards", {"cards": cards}),
                block(9, "indicator_table", {"caption": "", "table": cells}),
            ],
            introduction=f'<p><a linktype="page" id="{linked.pk}">2000</a></p>',
            source_document=models.ReportDocument.objects.create(title=f"{year}", file=file),
        )

    # the site, which entries, the entries, records, reports, incubators, mentions, their reports,
    # what these print, series, documents, paths of pages
    with django_assert_num_queries(12):
        answer = ask(EVERYTHING, query="canari")

    assert "errors" not in answer, answer
    assert answer["data"]["search"]["totalCount"] == 5 * count
    text = json.dumps(answer)
    assert text.count('"Fiche"') == 2 * count
    assert "/bilan/2000/" in text


def test_the_real_reports(real_reports: Any, import_file: Any, ask: Ask) -> None:
    """Names and figures lead to their block and its section."""
    for year in (2023, 2024):
        folder = real_reports / str(year)
        import_file(folder / f"{year}.md", assets=folder, publish=True)
    reports = {year: ask(PRINTED, year=year)["data"]["report"] for year in (2023, 2024)}
    checked = 0
    for year, report in reports.items():
        anchors = {entry["id"]: entry["anchor"] for entry in report["outline"]}
        for body in report["body"]:
            wanted = [c["name"] for c in body.get("impactCards", [])]
            wanted += [
                f"{c['name']} {c['growth']['figure']['raw']}"
                for c in body.get("comparisonCards", [])
            ]
            wanted += [
                f"{c['title']} {c['amount']['figure']['raw']}" for c in body.get("budgetLines", [])
            ]
            for query in wanted:
                found = nodes(search(ask, query[:200], first=100))
                here = [n for n in found if n.get("block") == body["id"]]
                assert len(here) == 1, query
                assert here[0]["anchor"] == anchors.get(body["section"], "")
                assert here[0]["path"].startswith(f"/bilan/{year}/")
                checked += 1
    assert checked > 30


@pytest.mark.parametrize(
    ("loader", "left"),
    [
        ("mentions.ReportsByIdLoader", ["Canari"]),
        ("snippets.ServicesByIdOrSlugLoader", ["Bilan 2024"]),
    ],
)
def test_what_is_hidden_while_a_search_runs_is_left_out(
    publish: Publish, ask: Ask, monkeypatch: pytest.MonkeyPatch, loader: str, left: list[str]
) -> None:
    publish(2024, [paragraph(1, "canari")])
    models.Service.objects.create(name="Canari", slug="a")
    monkeypatch.setattr(f"reports_graphql.loaders.{loader}.get", lambda self, key: None)

    found = ask('{ search(query: "canari") { edges { node { title } } } }')

    assert "errors" not in found
    assert [edge["node"]["title"] for edge in found["data"]["search"]["edges"]] == left
