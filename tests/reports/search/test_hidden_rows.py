"""The words of hidden rows are read by no search: what it costs tells nothing of them.

PostgreSQL says what it did in EXPLAIN ANALYZE: rows, loops and pages of each node. Times are left
out. The hidden rows are long enough to be stored outside their table, so that reading their words
would cost pages of their own.
"""

import json
from typing import Any

import pytest
from django.db import connection
from wagtail.models import Site

from reports.models import SearchEntry, Term
from reports.search import entry_query
from reports.search.corrections import Vocabulary
from reports.search.entry_query import EntryFilter, WordPatterns
from reports.text.search_words import parse_search
from reports.visibility.perspective import Perspective

pytestmark = pytest.mark.django_db
HIDDEN, NOWHERE, PUBLIC = "hippocampe", "ornithorynque", "bornes"
ROWS = 40


@pytest.fixture
def hidden(page: Any) -> None:
    """Records that nobody sees, with a word that stands nowhere else."""
    noise = " ".join(f"{number:x}" for number in range(10**6, 10**6 + 3_000))
    for number in range(ROWS):
        Term.objects.create(slug=f"h{number}", name="Caché", definition=HIDDEN, live=False)
    stems = f" {parse_search(HIDDEN)[0].stems[0]} {noise} "
    words = f" {HIDDEN} {noise} "
    entries = SearchEntry.objects.filter(term__live=False)
    assert entries.update(stems=stems, words=words) == ROWS


def search(word: str, prefix: bool = False, **within: Any) -> Any:
    words = [WordPatterns.of_word(each) for each in parse_search(word, prefix)]
    return entry_query.find_entries(public(), words, EntryFilter(**within))


def public() -> Perspective:
    return Perspective(Site.objects.get(is_default_site=True))


def explain(queryset: Any) -> Any:
    """Return the executed plan without times.

    The query runs once before: what finds rows that other tests rolled back passes over them from
    then on, and reads fewer pages.
    """
    list(queryset)
    text = queryset.explain(
        format="json", analyze=True, buffers=True, timing=False, costs=False, summary=False
    )
    plan = json.loads(text)[0]["Plan"]
    return without_words(plan)


def without_words(node: Any) -> Any:
    """Return a plan without the words that were searched for and without memory and planning."""
    if isinstance(node, list):
        return [without_words(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {name: without_words(value) for name, value in node.items() if name != "Filter"}


def count_pages(plan: Any) -> int:
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


needs_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="asks PostgreSQL what it did"
)


def test_only_public_words_are_found(hidden: None) -> None:
    assert search(HIDDEN).count() == search(NOWHERE).count() == 0
    assert search(PUBLIC).count() == 1
    assert search(HIDDEN[:6], prefix=True).count() == 0
    assert search(PUBLIC[:4], prefix=True).count() == 1


def test_the_vocabulary_has_public_words_alone(hidden: None) -> None:
    vocabulary = Vocabulary.read(public())
    assert vocabulary.folded[PUBLIC] == 1
    assert HIDDEN not in vocabulary.folded
    assert not any(HIDDEN.startswith(stem) for stem in vocabulary.stems if len(stem) > 3)


@needs_postgresql
def test_a_word_of_hidden_rows_costs_what_a_word_of_no_row_costs(hidden: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE reports_searchentry")
    search(NOWHERE).exists()  # the catalogue is in memory from here on
    assert explain(search(HIDDEN)) == explain(search(NOWHERE))
    assert explain(search(HIDDEN[:6], True)) == explain(search(NOWHERE[:6], True))


@needs_postgresql
def test_kinds_and_years_of_hidden_rows_cost_nothing_either(hidden: None) -> None:
    search(NOWHERE).exists()
    kind = SearchEntry.Kind
    assert explain(search(PUBLIC, kinds=[kind.TERM])) == explain(
        search(PUBLIC, kinds=[kind.INDICATOR])
    )


@needs_postgresql
def test_the_words_of_hidden_rows_are_not_read(hidden: None) -> None:
    """Each lies on pages of its own, of which a search for their word reads none.

    What it reads beside them depends on what other tests left behind in the tables.
    """
    search(NOWHERE).exists()
    every = SearchEntry.objects.filter(stems__contains=f" {HIDDEN} ")
    assert count_pages(explain(every)) > ROWS
    assert count_pages(explain(search(HIDDEN))) == count_pages(explain(search(NOWHERE)))


def test_words_are_asked_behind_the_gate_on_any_database(hidden: None) -> None:
    where = str(search(HIDDEN).query).partition(" WHERE ")[2]
    gate, _, words = where.rpartition(" THEN ")
    assert where.startswith("CASE WHEN ")
    assert "stems" not in gate
    assert words.count("stems") >= 1
