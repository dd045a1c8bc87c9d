"""The page « Plan du site »: the public pages as a tree, and the records by name."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.site_entries import RECORDS, Entry, list_entries

# Pages, and records of a kind, that are named: lists and the search have the others.
MAX_ENTRIES = 100
FIRST = "indicators"  # of the lists of records
TITLES = {"rounds": "Appels à projets"}  # of lists not named like the address of their pages


def name_lists() -> Iterator[tuple[str, str, str]]:
    """Yield each list of records, its title, and the anchor to which pages of records lead back."""
    for name in sorted(RECORDS, key=lambda name: name != FIRST):
        anchor = settings.RECORD_PAGES[RECORDS[name]].strip("/")
        yield name, TITLES.get(name, anchor.capitalize()), anchor


@require_safe
def show_site_map(request: HttpRequest) -> HttpResponse:
    visit = Visit(request)
    entries = list(list_entries(visit, most=MAX_ENTRIES + 1))
    pages = [entry for entry in entries if entry.kind == "pages"]
    records = [
        (title, anchor, [entry for entry in entries if entry.kind == name])
        for name, title, anchor in name_lists()
    ]
    return visit.page(
        "site_map",
        pages=nest_pages(pages[:MAX_ENTRIES]),
        has_more_pages=len(pages) > MAX_ENTRIES,
        records=[
            (
                title,
                anchor,
                sorted(found[:MAX_ENTRIES], key=lambda each: each.title.casefold()),
                len(found) > MAX_ENTRIES,
            )
            for title, anchor, found in records
            if found
        ],
    )


def nest_pages(pages: list[Entry]) -> list[dict[str, object]]:
    """Return the pages as a tree by their paths: each has the pages `below` it.

    The root page of the site is listed beside its children, as in the menu.
    """
    tops: list[dict[str, object]] = []
    by_path: dict[str, list[dict[str, object]]] = {}
    for page in sorted(pages, key=lambda page: page.path.count("/")):
        below: list[dict[str, object]] = []
        by_path[page.path] = below
        parent = f"{page.path.rstrip('/').rpartition('/')[0]}/"
        place = by_path.get(parent, tops) if parent != "/" else tops
        place.append({"entry": page, "below": below})
    return tops
