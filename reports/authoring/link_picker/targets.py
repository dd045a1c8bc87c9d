"""Finds targets for links outside the edited report: pages, sections, records and documents."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

from django.conf import settings
from django.db.models import Min
from django.db.models.functions import Coalesce
from wagtail.models import Page, Site

from reports.authoring.pages.page_choosers import choosable_pages
from reports.content.media.permissions import visible_to
from reports.content.models import ReportDocument, SearchEntry
from reports.content.page_titles import add_year
from reports.content.records.kinds import can_choose, find_model
from reports.content.records.lookup import find_records, rank_name
from reports.content.records.serializers import describe_record, get_key
from reports.core.text.stems import stored_words

MAX_TARGETS_PER_KIND = 8  # targets of one kind in an answer
MAX_SECTIONS = 500  # that are compared with a query: those of the latest reports

T = TypeVar("T")


class Target(NamedTuple):
    """A link target. `page` and `document` are the row ids that rich text stores.

    `line` has its kind, and what distinguishes it from others with the same name.
    """

    text: str
    line: str
    """What kind of thing it is, and what tells it from others of its name."""
    url: str
    page: int | None = None
    parent: int | None = None
    document: int | None = None


def find_targets(user: Any, query: str, report: int) -> Iterator[Target]:
    """Yield the targets nearest to a query; without a query, reports and pages only.

    `report` is the row id of the edited report, whose sections its form knows itself.
    """
    pages = choosable_pages(user).filter(depth__gt=1).exclude(pk=report)
    yield from find_pages(pages, query)
    if query:
        public = Page.objects.live().public()
        yield from find_sections(public.filter(pk__in=pages.values("pk")), query)
        yield from find_record_pages(user, query)
        yield from find_documents(user, query)


def find_pages(pages: Any, query: str) -> Iterator[Target]:
    """Yield pages; equally near ones with the latest report first."""
    rows = pages.annotate(year=Coalesce("annualreportpage__year", 0)).order_by("-year", "path")
    titles = rows.values_list("pk", "title")
    near = pick_nearest(
        titles if query else titles[:MAX_TARGETS_PER_KIND], query, lambda row: row[1]
    )
    found = Page.objects.in_bulk([key for key, _ in near])
    years = dict(rows.filter(pk__in=found).values_list("pk", "year"))
    parents = find_parents(found.values())
    for page in (found[key] for key, _ in near):
        kind = "Bilan" if years[page.pk] else "Page"
        path = find_path(page.url_path)
        draft = "" if page.live else " · brouillon"
        parent = parents.get(page.path[: -page.steplen])
        yield Target(page.title, f"{kind} · {path}{draft}", path, page.pk, parent)


def find_parents(pages: Iterable[Page]) -> dict[str, int]:
    """Return the row ids of the pages right above some, by their paths in the tree."""
    above = {page.path[: -page.steplen] for page in pages}
    return dict(Page.objects.filter(path__in=above).values_list("path", "pk"))


def find_sections(pages: Any, query: str) -> Iterator[Target]:
    """Yield the sections of public reports whose title has every word of a query."""
    entries = SearchEntry.objects.filter(report__in=pages.values("pk")).exclude(anchor="")
    for word in stored_words(query).split():  # without « de », « des », which no title keeps
        entries = entries.filter(title_words__contains=word.partition("=")[0])
    sections = entries.values("report_id", "title", "anchor").annotate(first=Min("order"))
    rows = sections.order_by("-report__year", "first").values_list(
        "title", "anchor", "report__title", "report__slug", "report__url_path"
    )
    nearest = pick_nearest(rows[:MAX_SECTIONS], query, lambda row: row[0])
    for title, anchor, report, slug, path in nearest:
        yield Target(title, f"Section · {add_year(report, slug)}", f"{find_path(path)}#{anchor}")


def find_record_pages(user: Any, query: str) -> Iterator[Target]:
    """Yield the pages of records that the user may choose."""
    for kind, path in settings.RECORD_PAGES.items():
        model = find_model(kind)
        if model is None or not can_choose(user, model):
            continue
        for record in find_records(model, query)[:MAX_TARGETS_PER_KIND]:
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
    return [item for _, item in sorted(fitting, key=lambda pair: pair[0])][:MAX_TARGETS_PER_KIND]


def find_path(url_path: str) -> str:
    """Return the path of a page on its site, with which frontends show it."""
    for root in Site.get_site_root_paths():
        if url_path.startswith(root.root_path):
            return quote(f"/{url_path.removeprefix(root.root_path)}")
    return quote(url_path)
