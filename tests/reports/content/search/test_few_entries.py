"""Few entries are searched in memory: what is found is what the statement finds."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import IntegerChoices
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Site

from reports.content.models import AnnualReportPage, Indicator, SearchEntry, Service, Term
from reports.content.search.entry_query import ORDER, EntryFilter, WordPatterns, find_entries
from reports.content.search.few_entries import find_among, list_few_entries
from reports.content.visibility.kept_rows import ROW_BYTES
from reports.content.visibility.perspective import Perspective
from reports.core.text.search_words import parse_search
from tests.depth import take

pytestmark = pytest.mark.django_db
WORDS = "bornes borne déployé impact services lancés 2024 18 000 budget réseau école mano de caché"
Found = list[tuple[int, str]]


@pytest.fixture
def perspective(page: AnnualReportPage) -> Perspective:
    """The public's, on a site with a report and records that share words."""
    past = timezone.now() - timedelta(days=1)
    Term.objects.create(slug="b", name="Borne", definition="Un réseau de bornes.")
    Term.objects.create(slug="e", name="École", definition="L’école déploie 18 000 bornes.")
    Term.objects.create(slug="c", name="Caché", definition="Des bornes.", expire_at=past)
    Service.objects.create(slug="mano", name="Mano", mission="Des services pour l’école.")
    Service.objects.create(slug="bornes", name="Bornes", mission="Un service de Mano.")
    Indicator.objects.create(code="i", name="Services lancés", definition="En 2024.", unit="bornes")
    return Perspective(Site.objects.get(is_default_site=True))


def find_in_both(
    perspective: Perspective, query: str, prefix: bool = False, **within: Any
) -> tuple[Found, Found]:
    """Return what is found in memory, and by the statement: scores and keys, in order."""
    words = [WordPatterns.of_word(each) for each in parse_search(query, prefix)]
    entries, filter_ = list(list_few_entries(perspective, 1 << 20)), EntryFilter(**within)
    rows = find_entries(perspective, words, filter_).order_by(*ORDER)
    in_memory = [(score, each.key) for score, each in find_among(entries, words, filter_)]
    return in_memory, list(rows.values_list("score", "key"))


def test_both_ways_find_the_same(perspective: Perspective) -> None:
    lengths = set()

    @settings(
        max_examples=take(whole=300, part=60),
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(
        st.lists(st.sampled_from(WORDS.split()), max_size=3).map(" ".join),
        st.booleans(),
        st.none() | st.sets(st.sampled_from(list(SearchEntry.Kind))),
        st.none() | st.sets(st.sampled_from([2023, 2024])),
    )
    def compare(query: str, prefix: bool, kinds: Any, years: Any) -> None:
        in_memory, by_statement = find_in_both(perspective, query, prefix, kinds=kinds, years=years)
        lengths.add(len(in_memory))
        assert in_memory == by_statement

    compare()
    assert len(lengths) > 3


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bornes", [(1, "bornes"), (1, "b")]),
        ("école mano", [(1, "mano")]),
        ("impact budget", []),
        ("introuvable", []),
        ("", []),
    ],
)
def test_titles_count_and_one_word_is_in_the_text(
    perspective: Perspective, query: str, expected: Found
) -> None:
    in_memory, by_statement = find_in_both(perspective, query)
    assert in_memory == by_statement
    assert [each for each in in_memory if each[0]] == expected


def test_records_of_a_later_kind_come_before_passages(
    perspective: Perspective, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its number is greater than that of passages, which is stored."""
    kinds = [(kind.name, kind.value) for kind in SearchEntry.Kind]
    monkeypatch.setattr(SearchEntry, "Kind", IntegerChoices("Kind", [*kinds, ("HORIZON", 9)]))
    SearchEntry.objects.filter(key="e").update(kind=9, title_stems="", title_words="")

    in_memory, by_statement = find_in_both(perspective, "bornes")

    assert in_memory == by_statement
    equals = [key for score, key in in_memory if not score]
    passage = SearchEntry.objects.get(kind=SearchEntry.Kind.PASSAGE, key=equals[-1])  # type: ignore[attr-defined]
    assert passage.report
    assert equals[:-1] == ["i", "e"]


def test_a_title_alone_is_not_found(perspective: Perspective) -> None:
    """« Impact 2024 » is the title of all that stands below it."""
    in_memory, by_statement = find_in_both(perspective, "impact 2024")
    below = SearchEntry.objects.filter(title="Impact", order__gt=1).first()
    assert below

    assert in_memory == by_statement
    assert below.key not in [key for _, key in in_memory]


def test_there_are_none_where_they_are_many(perspective: Perspective) -> None:
    total = SearchEntry.objects.count()
    size = 2 * ROW_BYTES * total

    assert len(list_few_entries(perspective, size)) == total - 1  # one has expired
    assert not list_few_entries(perspective, size - 1)


def test_there_are_none_where_they_are_long(perspective: Perspective) -> None:
    size = 2 * ROW_BYTES * (SearchEntry.objects.count() + 1)
    assert list_few_entries(perspective, size)

    Term.objects.create(slug="l", name="Long", definition="long " * (size // 10))

    assert not list_few_entries(perspective, size)
