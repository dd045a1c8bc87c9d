"""PostgreSQL finds entries by an index of their words; every database finds the same."""

import json
from typing import Any

import pytest
from django.db import connection
from wagtail.models import Site

from reports.content.models import SearchEntry, Term
from reports.content.search import entry_query, word_index
from reports.content.search.entry_query import WordPatterns
from reports.content.visibility.perspective import Perspective
from reports.core.text.search_words import parse_search

pytestmark = pytest.mark.django_db

needs_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="asks PostgreSQL what it did"
)


def find(query: str, prefix: bool = False) -> Any:
    words = [WordPatterns.of_word(each) for each in parse_search(query, prefix)]
    site = Site.objects.get(is_default_site=True)
    return entry_query.find_entries(Perspective(site), words)


def list_indexes(node: Any) -> set[str]:
    """Return the names of the indexes that a plan reads."""
    if isinstance(node, list):
        return set().union(*map(list_indexes, node))
    if not isinstance(node, dict):
        return set()
    return {node.get("Index Name", "")} | list_indexes(list(node.values()))


@pytest.mark.parametrize(
    ("query", "prefix"),
    [("déployé", False), ("bornes 18 000", False), ("born", True), ("2,48", False), ("écol", True)],
)
def test_the_index_loses_nothing(
    page: Any, monkeypatch: pytest.MonkeyPatch, query: str, prefix: bool
) -> None:
    Term.objects.create(slug="e", name="Sigle", definition="L’école, quand elle a ouvert.")
    found = [entry.key for entry in find(query, prefix)]
    assert found
    monkeypatch.setattr(word_index.IndexHasWord, "as_postgresql", word_index.IndexHasWord.as_sql)
    assert [entry.key for entry in find(query, prefix)] == found


def test_a_word_that_no_search_can_ask_for_is_stored_all_the_same(page: Any) -> None:
    Term.objects.create(slug="x", name="Long", definition=f"bornes {'x' * 3_000} fin")
    assert find("bornes").count() == 2
    assert find("x" * 199).count() == 0


STEMS, WORDS = "reports_searchentry_stems_words", "reports_searchentry_words_words"


@needs_postgresql
@pytest.mark.parametrize(
    ("query", "prefix", "expected"),
    [
        ("bornes", False, {STEMS}),
        ("service bornes", False, {STEMS}),
        ("born", True, {STEMS, WORDS}),
    ],
)
def test_postgresql_reads_the_index(
    page: Any, query: str, prefix: bool, expected: set[str]
) -> None:
    Term.objects.bulk_create(Term(slug=f"t{n}", name=f"Terme {n}") for n in range(2_000))
    values = {"kind": 3, "stems": " term ", "title_stems": " term ", "words": " terme "}
    SearchEntry.objects.bulk_create(
        SearchEntry(key=term.slug, term=term, **values) for term in Term.objects.all()
    )
    with connection.cursor() as cursor:  # what is cheapest depends on how many rows there are
        cursor.execute("ANALYZE reports_searchentry")
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
    plan = json.loads(find(query, prefix).explain(format="json"))
    assert expected <= list_indexes(plan)
