"""Reads from the database what rules need besides the report, in a constant number of queries."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.db.models.functions import Coalesce
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from reports.checks.draft_records import find_unpublished
from reports.checks.duplicate_records import list_duplicate_names
from reports.checks.fullness import Fullness
from reports.content.blocks.draft_problems import find_problems
from reports.content.models import (
    AnnualReportPage,
    Indicator,
    OutsidePaths,
    Picture,
    ReportDocument,
)
from reports.content.records.kinds import find_model
from reports.content.visibility.perspective import Perspective
from reports.core.document import media_blocks
from reports.core.reading import Reading
from reports.core.reading.context import CheckContext, DocumentFacts
from reports.core.text.addresses import internal_path

FactFinder = Callable[[AnnualReportPage], Any]

_finders: dict[str, FactFinder] = {}


def register_facts(name: str, find: FactFinder) -> None:
    """Have `find` give the field `name` of the context of a stored report.

    Apps above the checks register what only they know; without them, the field is empty.
    """
    _finders[name] = find


def build_context(reading: Reading, page: AnnualReportPage, fullness: Fullness) -> CheckContext:
    """Return what rules may know beside the words of `page`."""
    site = page.get_site() if page.path else Site.objects.filter(is_default_site=True).first()
    downloads = {download.document for _, download in reading.find_nodes(media_blocks.Download)}
    documents = {link.document for link in reading.links} | downloads
    pictures = {image.picture for _, image in reading.find_nodes(media_blocks.Picture)}
    return CheckContext(
        titles=tuple(filter(None, (page.title, page.hero_title))),
        directions=load_directions(reading),
        pictures=dict(Picture.objects.filter(pk__in=pictures - {None}).values_list("pk", "title")),
        documents=load_document_facts(documents - {None}),
        hidden_pages=find_hidden_pages({link.page for link in reading.links} - {None}, site),
        paths=resolve_paths(
            {path for link in reading.links if (path := internal_link_path(link.url))},
            site,
            OutsidePaths.read(site),
        )
        | {reading.path: "public"},
        source_document=page.source_document_id,
        unpublished=find_unpublished(reading.document) if page.pk else (),
        duplicates=list_duplicate_names(reading.document) if page.pk else (),
        record_names=load_record_names({named.refers_to for _, named in reading.unconfirmed}),
        lacking=tuple((problem.block, problem.message) for problem in find_problems(page)),
        unfilled=fullness.unfilled,
        key=page.translation_key,
        **{name: find(page) for name, find in _finders.items() if page.pk},
    )


def load_record_names(kinds: Iterable[str]) -> dict[str, dict[int | str, str]]:
    """Return the names of all records of these kinds, by row id and by key."""
    names: dict[str, dict[int | str, str]] = {}
    for kind in kinds:
        if model := find_model(kind):
            named = Coalesce("merged_into__name", "name")
            rows = model._default_manager.values_list("pk", model.key_field, named)
            names[kind] = {key: name for *keys, name in rows for key in keys}
    return names


def load_directions(reading: Reading) -> dict[str, str]:
    codes = {
        row.confirmed_ref
        for grid in reading.grids
        if grid.kind == "indicator_table"
        for row in grid.table
    }
    direction = Coalesce("merged_into__direction", "direction")
    return dict(Indicator.objects.filter(code__in=codes).values_list("code", direction))


def load_document_facts(keys: Iterable[int | None]) -> dict[int, DocumentFacts]:
    return {
        document.pk: DocumentFacts(
            document.title,
            str(document.file.name).lower().endswith(".pdf"),
            bool(document.tagged),
            document.language,
            bool(document.titled),
        )
        for document in ReportDocument.objects.filter(pk__in=keys)
    }


def find_hidden_pages(keys: Iterable[int | None], site: Site | None) -> frozenset[int]:
    """Return those of these pages that the public does not see, deleted ones included."""
    page_ids = {key for key in keys if key is not None}
    if site is None or not page_ids:
        return frozenset()
    seen = Perspective(site).pages().filter(pk__in=page_ids).values_list("pk", flat=True)
    return frozenset(page_ids - set(seen))


def internal_link_path(url: str) -> str:
    """Return the internal path of a link as it is looked up: decoded, with its last slash."""
    path = unquote(internal_path(url))
    return path if not path or path.endswith("/") or not path.isprintable() else f"{path}/"


def resolve_paths(
    paths: set[str], site: Site | None, declared: tuple[str, ...] = ()
) -> dict[str, str]:
    """Return for each path where it leads a reader: to a page, a redirect, or out of Bilan, there
    also by what is `declared` for the site.
    """
    states = {path: "public" if leads_outside(path, declared) else "absent" for path in paths}
    unknown = {path for path, state in states.items() if state == "absent" and path.isprintable()}
    if site is None or not unknown:
        return states
    root = site.root_page.url_path
    url_paths = {f"{root}{path.removeprefix('/')}": path for path in unknown}
    for pages, state in ((Page.objects, "hidden"), (Perspective(site).pages(), "public")):
        for url_path in pages.filter(url_path__in=url_paths).values_list("url_path", flat=True):
            states[url_paths[url_path]] = state
    old = {Redirect.normalise_path(path): path for path in unknown}
    for moved in Redirect.objects.filter(old_path__in=old).values_list("old_path", flat=True):
        states[old[moved]] = "public"
    return states


def leads_outside(path: str, declared: tuple[str, ...] = ()) -> bool:
    """Return whether something else than a page is served at a path, as far as settings and what is
    `declared` tell.
    """
    if path in settings.RECORD_PATHS:
        return path in settings.OUTSIDE_PATHS
    return path.startswith((*settings.RECORD_PATHS, *settings.OUTSIDE_PATHS, *declared))
