"""A search that finds nothing is tried with public words that are one letter away."""

from typing import Any

import pytest
from django.utils import timezone

from reports import models
from reports_graphql import search_vocabulary
from reports_graphql.http.content_version import ContentVersion

from .bodies import block
from .conftest import Ask, Publish

SEARCH = """
query ($query: String!, $types: [SearchType!], $years: [Int!], $isPrefix: Boolean = false,
       $first: Int, $after: String) {
  search(query: $query, types: $types, years: $years, isPrefix: $isPrefix,
         first: $first, after: $after) {
    totalCount
    correctedQuery
    pageInfo { hasNextPage endCursor }
    nodes { __typename excerpt excerptMatches { start end } }
  }
}
"""


def search(ask: Ask, query: str, **variables: Any) -> dict[str, Any]:
    answer = ask(SEARCH, query=query, **variables)
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["search"]
    return found


def corrected(ask: Ask, query: str, **variables: Any) -> tuple[str | None, int]:
    found = search(ask, query, **variables)
    return found["correctedQuery"], found["totalCount"]


@pytest.fixture
def report(publish: Publish) -> models.AnnualReportPage:
    text = "<p>Le développement des hippocampes : 18 000 bornes déployées.</p>"
    return publish(2024, [block(1, "paragraph", {"text": text})])


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("hippocampes", None),
        ("hipocampes", "hippocampes"),
        ("hippoccampes", "hippocampes"),
        ("hippocanpes", "hippocampes"),
        ("hippocmapes", "hippocampes"),
        ("HIPPOCÂMPXS", "hippocampes"),
        ("dévelopement", "développement"),
        ("le DEVELOPEMENT, des hippocampes ?", "le développement, des hippocampes ?"),
        ("developement hipocampes", "développement hippocampes"),
        ("l’hipocampes", "l’hippocampes"),
        ("ippocampe", None),
        ("ippocampes", "hippocampes"),
    ],
)
def test_one_edit_is_tolerated(
    report: models.AnnualReportPage, ask: Ask, query: str, other: str | None
) -> None:
    assert corrected(ask, query)[0] == other


@pytest.mark.parametrize(
    "query",
    [
        "hipocanpes",  # two edits
        "bxrn",  # four letters
        "18001",
        "hipocampes introuvable",  # the other word is nowhere
        "hipocampes 19",
        "",
        "de la",
        "%%%%%",
    ],
)
def test_nothing_else_is_corrected(report: models.AnnualReportPage, ask: Ask, query: str) -> None:
    assert corrected(ask, query) == (None, 0)


def test_what_is_found_is_not_corrected(report: models.AnnualReportPage, ask: Ask) -> None:
    models.Term.objects.create(name="Hipocampes", slug="h")
    assert corrected(ask, "hipocampes") == (None, 1)


def test_the_most_frequent_word_is_taken(publish: Publish, ask: Ask) -> None:
    words = ["canaris", "canards", "canards", "Canards"]
    publish(2024, [block(n, "paragraph", {"text": f"<p>{w}</p>"}) for n, w in enumerate(words)])

    assert corrected(ask, "canarxs") == ("canards", 3)


def test_a_correction_that_finds_nothing_is_none(publish: Publish, ask: Ask) -> None:
    words = ["canaris", "bornes"]
    publish(2024, [block(n, "paragraph", {"text": f"<p>{w}</p>"}) for n, w in enumerate(words)])
    assert corrected(ask, "canarxis bornes") == (None, 0)


def test_filters_hold_for_the_corrected_words(report: models.AnnualReportPage, ask: Ask) -> None:
    assert corrected(ask, "hipocampes", years=[2024]) == ("hippocampes", 1)
    assert corrected(ask, "hipocampes", years=[2023]) == (None, 0)
    assert corrected(ask, "hipocampes", types=["TERM"]) == (None, 0)


def test_a_prefix_that_begins_a_word_is_not_corrected(
    report: models.AnnualReportPage, ask: Ask
) -> None:
    assert corrected(ask, "hippoca", isPrefix=True) == (None, 1)
    assert corrected(ask, "hippocx", isPrefix=True) == (None, 0)
    assert corrected(ask, "hipocampes", isPrefix=True) == ("hippocampes", 1)
    assert corrected(ask, "dévelopement hippo", isPrefix=True) == ("développement hippo", 1)


def test_matches_are_those_of_the_corrected_words(
    report: models.AnnualReportPage, ask: Ask
) -> None:
    (node,) = search(ask, "hipocampes")["nodes"]
    (match,) = node["excerptMatches"]
    assert node["excerpt"][match["start"] : match["end"]] == "hippocampes"


def test_pages_of_a_corrected_search_are_the_whole_list(publish: Publish, ask: Ask) -> None:
    for year in (2022, 2023, 2024):
        publish(year, [block(n, "paragraph", {"text": "<p>hippocampe</p>"}) for n in range(3)])
    whole = search(ask, "hipocampe", first=100)
    assert whole["totalCount"] == 9
    nodes: list[Any] = []
    cursor, more = None, True
    while more:
        page = search(ask, "hipocampe", first=2, after=cursor)
        assert (page["correctedQuery"], page["totalCount"]) == ("hippocampe", 9)
        nodes += page["nodes"]
        cursor, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert nodes == whole["nodes"]


def test_hidden_words_are_not_proposed(report: models.AnnualReportPage, ask: Ask) -> None:
    assert corrected(ask, "hipocampes") == ("hippocampes", 1)
    models.Term.objects.create(name="Ornithorynque", slug="o", live=False)
    draft = models.Term.objects.create(name="Public", slug="p")
    draft.name = "Ornithorynque"
    draft.save_revision()
    assert corrected(ask, "ornitorynque") == (None, 0)

    report.unpublish()

    assert corrected(ask, "hipocampes") == (None, 0)


def test_a_hidden_word_does_not_change_which_is_taken(
    report: models.AnnualReportPage, ask: Ask
) -> None:
    for number in range(3):
        models.Term.objects.create(name="Hippocampas", slug=f"h{number}", live=False)

    assert corrected(ask, "hippocampxs") == ("hippocampes", 1)


def test_the_vocabulary_is_read_again_when_what_is_public_changes(
    report: models.AnnualReportPage,
    ask: Ask,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: Any,
) -> None:
    monkeypatch.setattr(search_vocabulary, "_kept", {})
    present = [ContentVersion("a", None)]
    monkeypatch.setattr(search_vocabulary, "read_content_version", lambda: present[0])
    with django_assert_num_queries(6):
        search(ask, "hipocampes")
    with django_assert_num_queries(5):  # the same without the words
        search(ask, "hipocampes")
    models.Term.objects.create(name="Ornithorynque", slug="o")
    for version in (ContentVersion("b", None), ContentVersion("b", timezone.now())):
        present[0] = version
        with django_assert_num_queries(6):
            assert corrected(ask, "ornitorynque") == ("ornithorynque", 1)


@pytest.mark.parametrize("count", [1, 10])
def test_a_correction_costs_the_same_number_of_statements(
    report: models.AnnualReportPage, ask: Ask, django_assert_num_queries: Any, count: int
) -> None:
    for number in range(count):
        models.Term.objects.create(name=f"Mot{number}", slug=f"m{number}")
    # the site, nothing, the words, which entries, these, what they stand for
    with django_assert_num_queries(6):
        search(ask, "hipocampes")
