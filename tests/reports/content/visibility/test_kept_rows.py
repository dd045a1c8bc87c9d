"""Rows that are kept: read once at a moment, and those of no other moment or other values."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from reports.content.models import Service, Term
from reports.content.visibility.compiled_queries import Selection
from reports.content.visibility.kept_rows import ROW_BYTES, KeptRows, Rows, measure_rows
from reports.content.visibility.perspective import Perspective
from reports.core.document.recent_values import RecentValues


@pytest.fixture
def perspective(db: None) -> Perspective:
    Service.objects.create(name="Mano", slug="mano")
    Service.objects.create(name="Nolo", slug="nolo")
    Term.objects.create(name="Incubateur", slug="incubateur")
    return Perspective(Site.objects.get(is_default_site=True))


@pytest.fixture
def store() -> RecentValues[Rows]:
    return RecentValues(100 * ROW_BYTES, measure_rows)


def services(perspective: Perspective, *slugs: str) -> Selection:
    return perspective.select_visible(Perspective.snippets, Service, slug=slugs)


def count_statements(kept: KeptRows, selections: Iterable[Selection]) -> tuple[int, list[str]]:
    """Return how many statements read the rows, and the names that were found."""
    with CaptureQueriesContext(connection) as statements:
        found = kept.fetch_together([*selections])
    return len(statements), [row.name for rows in found for row in rows]


def test_rows_are_read_once_at_a_moment(
    perspective: Perspective, store: RecentValues[Rows]
) -> None:
    now = KeptRows(store, "now")
    assert count_statements(now, [services(perspective, "mano")]) == (1, ["Mano"])
    Service.objects.update(name="Caché")

    again = KeptRows(store, "now")
    assert count_statements(again, [services(perspective, "mano")]) == (0, ["Mano"])
    later = KeptRows(store, "later")
    assert count_statements(later, [services(perspective, "mano")]) == (1, ["Caché"])


def test_rows_of_other_values_and_statements_are_read(
    perspective: Perspective, store: RecentValues[Rows]
) -> None:
    now = KeptRows(store, "now")
    count_statements(now, [services(perspective, "mano")])

    assert count_statements(now, [services(perspective, "nolo")]) == (1, ["Nolo"])
    assert count_statements(now, [services(perspective, "personne")]) == (1, [])
    assert count_statements(now, [services(perspective, "personne")]) == (0, [])
    brief = perspective.select_visible(
        Perspective.snippets, Service, slug=["mano"], only=("slug", "name")
    )
    assert count_statements(now, [brief]) == (1, ["Mano"])


def test_one_statement_reads_what_is_not_kept(
    perspective: Perspective, store: RecentValues[Rows]
) -> None:
    now = KeptRows(store, "now")
    mano, nolo = services(perspective, "mano"), services(perspective, "nolo")
    term = perspective.select_visible(Perspective.snippets, Term, slug=["incubateur"])
    count_statements(now, [mano])

    found = count_statements(now, [nolo, mano, term])

    assert found == (1, ["Nolo", "Mano", "Incubateur"])


def test_who_changes_a_list_changes_nobody_elses(
    perspective: Perspective, store: RecentValues[Rows]
) -> None:
    now = KeptRows(store, "now")
    for _ in range(2):
        [rows] = now.fetch_together([services(perspective, "mano")])
        assert [row.name for row in rows] == ["Mano"]
        rows.clear()


@pytest.mark.parametrize(("size", "expected"), [(2 * ROW_BYTES, 1), (100 * ROW_BYTES, 0)])
def test_texts_count_for_the_size(perspective: Perspective, size: int, expected: int) -> None:
    Service.objects.filter(slug="mano").update(mission="m" * 3 * ROW_BYTES)
    kept = KeptRows(RecentValues(size, measure_rows), "now")
    count_statements(kept, [services(perspective, "mano")])

    assert count_statements(kept, [services(perspective, "mano")])[0] == expected


def test_a_perspective_reads_what_is_kept(
    perspective: Perspective, store: RecentValues[Rows]
) -> None:
    def seen(**fields: Any) -> list[str]:
        site = perspective.site
        rows = Perspective(site, **fields).fetch_visible(Perspective.snippets, Term)
        return [row.name for row in rows]

    kept = KeptRows(store, "now")
    assert seen(kept_rows=kept) == ["Incubateur"]
    Term.objects.all().delete()

    assert seen(kept_rows=kept) == ["Incubateur"]
    assert seen() == []


def test_tags_are_named_where_rows_are_kept(
    perspective: Perspective, store: RecentValues[Rows]
) -> None:
    for _ in range(2):
        seen = Perspective(perspective.site, kept_rows=KeptRows(store, "now"))
        seen.fetch_visible(Perspective.snippets, Term)
        assert "terms" in seen.cache_tags


def fetch_names(kept: KeptRows | None, site: Site, *slugs: str) -> tuple[int, list[str]]:
    """Return how many statements read services each kept by itself, and their names."""
    keys = list(Service.objects.filter(slug__in=slugs).values_list("pk", flat=True))
    perspective = Perspective(site, kept_rows=kept)
    assert site.root_page.path  # is read before statements are counted
    with CaptureQueriesContext(connection) as statements:
        found = perspective.fetch_each(list_services, keys, "name")
    return len(statements), sorted(row.name for row in found.values())


def list_services(perspective: Perspective) -> QuerySet[Service]:
    return perspective.snippets(Service)


def test_a_row_kept_by_itself_is_read_once(
    perspective: Perspective, store: RecentValues[Rows]
) -> None:
    site, now = perspective.site, KeptRows(store, "now")
    assert fetch_names(now, site, "mano") == (1, ["Mano"])
    Service.objects.filter(slug="mano").update(name="Mano !")

    assert fetch_names(now, site, "mano", "nolo") == (1, ["Mano", "Nolo"])
    assert fetch_names(now, site, "mano", "nolo") == (0, ["Mano", "Nolo"])
    assert fetch_names(KeptRows(store, "later"), site, "mano") == (1, ["Mano !"])
    assert fetch_names(None, site, "mano", "nolo") == (1, ["Mano !", "Nolo"])
    assert fetch_names(None, site) == (0, [])


def test_a_row_kept_by_itself_has_passed_the_gate(
    perspective: Perspective, store: RecentValues[Rows]
) -> None:
    Service.objects.filter(slug="mano").update(live=False)

    for kept in (KeptRows(store, "now"), None):
        assert fetch_names(kept, perspective.site, "mano", "nolo") == (1, ["Nolo"])
