"""What the database knows around a report, in a constant number of statements."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from reports.addresses import internal
from reports.checks.reading import Reading
from reports.checks.reading.parts import DocumentFacts, Surroundings
from reports.models import AnnualReportPage, ImportRecord, Indicator, Picture, ReportDocument
from reports.models.snippets import Snippet
from reports.problems import problems
from reports.records.mentions import mentions
from reports.visibility import Perspective


def around(reading: Reading, page: AnnualReportPage) -> Surroundings:
    """What rules may know beside the words of `page`."""
    site = page.get_site() if page.path else Site.objects.filter(is_default_site=True).first()
    documents = {link.document for link in reading.links} | {d.document for d in reading.downloads}
    record = ImportRecord.objects.filter(report_id=page.pk).first() if page.pk else None
    return Surroundings(
        directions=directions(reading),
        pictures=pictures({image.picture for image in reading.images} - {None}),
        documents=described(documents - {None}),
        hidden_pages=hidden({link.page for link in reading.links} - {None}, site),
        paths=paths({path for link in reading.links if (path := reached(link.url))}, site)
        | {reading.path: "public"},
        source_document=page.source_document_id,
        notices=tuple(record.warnings) if record else (),
        unpublished=unpublished(page.body.raw_data),
        lacking=tuple((problem.block, problem.message) for problem in problems(page)),
    )


def unpublished(body: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    """The drafts among the records that a stored body refers to, once for each block."""
    found = [
        (block.get("id") or "", mention.model, mention.key)
        for block in body
        for mention in mentions([block])
    ]
    names: dict[tuple[type[Snippet], int | str], str] = {}
    for model in {model for _, model, _ in found}:
        keys = {key for _, of, key in found if of is model}
        drafts = model._default_manager.filter(live=False)
        asked = Q(pk__in=[key for key in keys if isinstance(key, int)]) | Q(
            **{f"{model.key_field}__in": [key for key in keys if isinstance(key, str)]}
        )
        for record in drafts.filter(asked):
            for key in (record.pk, getattr(record, model.key_field)):
                names[model, key] = record.name
    return tuple(
        dict.fromkeys(
            (block, names[model, key]) for block, model, key in found if (model, key) in names
        )
    )


def directions(reading: Reading) -> dict[str, str]:
    codes = {
        row.ref for grid in reading.grids if grid.kind == "indicator_table" for row in grid.table
    }
    return dict(Indicator.objects.filter(code__in=codes).values_list("code", "direction"))


def pictures(keys: Iterable[int | None]) -> dict[int, str]:
    return dict(Picture.objects.filter(pk__in=keys).values_list("pk", "title"))


def described(keys: Iterable[int | None]) -> dict[int, DocumentFacts]:
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


def hidden(keys: Iterable[int | None], site: Site | None) -> frozenset[int]:
    """Those of these pages that the public does not see, deleted ones included."""
    wanted = {key for key in keys if key is not None}
    if site is None or not wanted:
        return frozenset()
    seen = Perspective(site).pages().filter(pk__in=wanted).values_list("pk", flat=True)
    return frozenset(wanted - set(seen))


def reached(url: str) -> str:
    """The internal path of a link as it is looked up: decoded, with its last slash."""
    path = unquote(internal(url))
    return path if not path or path.endswith("/") or not path.isprintable() else f"{path}/"


def paths(asked: set[str], site: Site | None) -> dict[str, str]:
    """Whether each path leads a reader somewhere: to a page, a redirect, or out of Bilan."""
    outside = tuple(settings.OUTSIDE_PATHS)
    found = {path: "public" if path.startswith(outside) else "absent" for path in asked}
    unknown = {path for path, state in found.items() if state == "absent" and path.isprintable()}
    if site is None or not unknown:
        return found
    root = site.root_page.url_path
    url_paths = {f"{root}{path.removeprefix('/')}": path for path in unknown}
    for pages, state in ((Page.objects, "hidden"), (Perspective(site).pages(), "public")):
        for url_path in pages.filter(url_path__in=url_paths).values_list("url_path", flat=True):
            found[url_paths[url_path]] = state
    old = {Redirect.normalise_path(path): path for path in unknown}
    for moved in Redirect.objects.filter(old_path__in=old).values_list("old_path", flat=True):
        found[old[moved]] = "public"
    return found
