"""What a link may lead to outside the report that is edited."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

from wagtail.models import Page, Site

from reports.editorial.page_choosers import choosable_pages
from reports.media.permissions import visible_to
from reports.models import AnnualReportPage, ReportDocument, SearchEntry
from reports.records.kinds import KINDS, can_choose
from reports.records.lookup import find_records, rank_name
from reports.records.serializers import describe_record, get_key

PER_KIND = 8  # targets of one kind in an answer
RECORD_PATHS = {
    "service": "/services/",
    "indicator": "/indicateurs/",
    "incubator": "/incubateurs/",
    "fundinground": "/appels/",
}
"""Where frontends have a page for each record, by its kind; terms have none."""

T = TypeVar("T")


class Target(NamedTuple):
    """Something to link to. `page` and `document` are row ids, which rich text stores."""

    text: str
    line: str
    """What kind of thing it is, and what tells it from others of its name."""
    url: str
    page: int | None = None
    parent: int | None = None
    document: int | None = None


def find_targets(user: Any, query: str, report: int) -> Iterator[Target]:
    """Yield the targets nearest to a query; without one, the reports and pages alone.

    `report` is the row id of the report that is edited, whose sections its form knows itself.
    """
    pages = choosable_pages(user).filter(depth__gt=1).exclude(pk=report)
    yield from find_pages(pages, query)
    if query:
        public = Page.objects.live().public()
        yield from find_sections(public.filter(pk__in=pages.values("pk")), query)
        yield from find_record_pages(user, query)
        yield from find_documents(user, query)


def find_pages(pages: Any, query: str) -> Iterator[Target]:
    """Yield pages, the latest reports first where nothing tells them apart."""
    rows = sorted(pages.specific(), key=lambda page: -getattr(page, "year", 0))
    for page in pick_nearest(rows, query, lambda page: page.title):
        parent = page.get_parent()
        kind = "Bilan" if isinstance(page, AnnualReportPage) else "Page"
        path = find_path(page)
        draft = "" if page.live else " · brouillon"
        yield Target(page.title, f"{kind} · {path}{draft}", path, page.pk, parent and parent.pk)


def find_sections(pages: Any, query: str) -> Iterator[Target]:
    """Yield the sections of public reports."""
    reports = AnnualReportPage.objects.filter(pk__in=pages.values("pk")).order_by("-year")
    reports_by_key = {report.pk: report for report in reports}
    entries = SearchEntry.objects.filter(report__in=reports_by_key).exclude(anchor="")
    rows = entries.order_by("-year", "order").values_list("report_id", "title", "anchor")
    for key, title, anchor in pick_nearest(dict.fromkeys(rows), query, lambda row: row[1]):
        report = reports_by_key[key]
        yield Target(title, f"Section · {report.title}", f"{find_path(report)}#{anchor}")


def find_record_pages(user: Any, query: str) -> Iterator[Target]:
    """Yield the pages of records that the user may choose."""
    for kind, path in RECORD_PATHS.items():
        model = KINDS[kind]
        for record in find_records(model, query)[:PER_KIND] if can_choose(user, model) else ():
            line = f"{str(model._meta.verbose_name).capitalize()} · {describe_record(record)}"
            yield Target(record.name, line, f"{path}{quote(get_key(record))}/")


def find_documents(user: Any, query: str) -> Iterator[Target]:
    """Yield the documents that the user may choose."""
    documents: Iterable[ReportDocument] = visible_to(user, ReportDocument).order_by("title", "pk")
    for each in pick_nearest(documents, query, lambda document: document.title):
        yield Target(each.title, f"Document · {each.download_name}", each.url, document=each.pk)


def pick_nearest(items: Iterable[T], query: str, name_of: Callable[[T], str]) -> list[T]:
    """Return the items whose name has every word of a query, nearest first."""
    ranked = [(rank_name(query, name_of(item)), item) for item in items]
    fitting = [(rank, item) for rank, item in ranked if rank is not None]
    return [item for _, item in sorted(fitting, key=lambda pair: pair[0])][:PER_KIND]


def find_path(page: Page) -> str:
    """Return the path of a page on its site, with which frontends show it."""
    for root in Site.get_site_root_paths():
        if page.url_path.startswith(root.root_path):
            return quote(f"/{page.url_path.removeprefix(root.root_path)}")
    return quote(page.url_path)
