"""Citations of a report's own figures stay its own: from a file, and in another year."""

from typing import Any

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body
from reports.core.figure_addresses import PlaceAddress
from reports.core.figure_addresses.resolving import get_places
from reports.core.text.citations import StoredCitation, list_citations, write_citation
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

TABLE = build.data_table(("Nombre", "2023", "2024"), ("Services suivis", "47", "58"))


def latest(year: int) -> AnnualReportPage:
    page: AnnualReportPage = AnnualReportPage.objects.get(year=year)
    found: AnnualReportPage = page.get_latest_revision_as_object()
    return found


def list_addresses(page: AnnualReportPage) -> list[str]:
    """Return the addresses of the figures of a report, in its order."""
    return [
        str(PlaceAddress(page.translation_key, place.pointer, year=page.year))
        for place in get_places(read_body(page))
        if place.figure
    ]


def write_report(publish: Any) -> AnnualReportPage:
    """Publish a report whose text and heading cite the last figure of its table."""
    publish(*stored(TABLE))
    page = latest(2024)
    citation = write_citation(StoredCitation((list_addresses(page)[-1],), "same", "58"))
    kind, heading = build.heading("Déjà 58 services")
    cited = kind, {**heading, "cited": citation}
    text = build.prose(f"<p>Nous suivons {citation} services.</p>")
    publish(*stored(cited, text), *page.body.get_prep_value())
    return latest(2024)


def list_cited(page: AnnualReportPage) -> list[str]:
    heading, text = (block["value"] for block in page.body.get_prep_value()[:2])
    cited = (*list_citations(heading["cited"]), *list_citations(text["text"]))
    return [address for each in cited for address in each.addresses]


def test_a_file_brings_them_back(publish: Any, export: Any, import_folder: Any) -> None:
    before = list_cited(write_report(publish))
    assert len(set(before)) == 1
    folder = export(2024)
    import_folder(folder, 2024)
    assert list_cited(latest(2024)) == before

    AnnualReportPage.objects.get(year=2024).delete()
    import_folder(folder, 2024)  # another page, which has another key
    again = latest(2024)
    assert list_cited(again) == [list_addresses(again)[-1]] * 2 != before


def test_they_follow_a_year_that_is_changed_by_hand(publish: Any) -> None:
    page = write_report(publish)
    page.year = 2025
    page.full_clean()
    page.save_revision()
    draft = latest(2024)
    assert draft.year == 2025
    assert list_cited(draft) == [list_addresses(draft)[-1]] * 2
