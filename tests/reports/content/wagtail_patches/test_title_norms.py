"""A save on PostgreSQL leaves the entries of other pages in the search index alone."""

import pytest
from django.db import connection
from wagtail.search.backends import get_search_backend

from reports.content.models import AnnualReportPage
from reports.content.site_tree import report_index

pytestmark = pytest.mark.django_db


def row_versions() -> dict[str, tuple[str, float]]:
    """Return where each entry lies, which every update changes, and its norm, by its page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT object_id, ctid::text, title_norm FROM wagtailsearch_indexentry")
        return {page: (place, norm) for page, place, norm in cursor.fetchall()}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL where rows lie")
def test_a_save_writes_no_entry_of_another_page() -> None:
    parent = report_index()
    pages = [
        parent.add_child(
            instance=AnnualReportPage(title=f"Bilan {year}", year=year, slug=str(year))
        )
        for year in (2041, 2042, 2043)
    ]
    search = get_search_backend()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM wagtailsearch_indexentry")
    for page in pages:
        search.add(page)
    before = row_versions()
    assert {norm for _, norm in before.values()} == {1.0}

    search.add(pages[0])

    after = row_versions()
    assert {page for page in after if after[page] != before[page]} == {str(pages[0].pk)}
