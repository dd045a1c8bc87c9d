"""Reads the public states of subjects, restricted to what the public may see."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from django.db.models import Count, QuerySet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from reports.content.models import AnnualReportPage, SiteIdentity
from reports.content.models.page_document import has_body, read_document, with_stored_body
from reports.content.models.record_kind import RecordKind, get_kinds_by_name
from reports.content.visibility import Perspective
from reports.publishing.feed.public_body import (
    PublicReferences,
    References,
    list_html_references,
)
from reports.publishing.feed.subjects import (
    PLAIN_PAGES,
    State,
    Subject,
    redirect_key,
)
from reports.publishing.models import Correction, CorrectionKind, ReportVersion
from reports.publishing.versions.public_fields import describe_optional_fields

Wanted = Mapping[str, set[str] | None]
"""The keys of subjects by kind; None for all of the kind."""

PAGE_FIELDS = (
    *("title", "slug", "seo_title", "search_description", "show_in_menus"),
    *("first_published_at", "last_published_at"),
)


class PublicStates:
    """Reads the current public states of the subjects on one site."""

    def __init__(self, site: Site) -> None:
        self.perspective = Perspective(site)
        self.references = PublicReferences(self.perspective)
        self.versions: dict[Any, tuple[int, list[int]]] = {}
        self.corrections: dict[Any, int] = {}

    def read(self, wanted: Wanted) -> dict[Subject, State]:
        """Return the states of the wanted subjects that are visible."""
        states: dict[Subject, State] = {}
        for kind, keys in wanted.items():
            if keys is None or keys:
                states.update(self.read_kind(kind, keys))
        return states

    def read_kind(self, kind: str, keys: set[str] | None) -> Iterator[tuple[Subject, State]]:
        if kind == "site":
            yield self.read_site()
        elif kind == "report":
            yield from self.read_pages(kind, (AnnualReportPage,), keys)
        elif kind == "page":
            yield from self.read_pages(kind, PLAIN_PAGES, keys)
        elif kind == "redirect":
            yield from self.read_redirects(keys)
        else:
            yield from self.read_records(kind, keys)

    def read_site(self) -> tuple[Subject, State]:
        """Return the state of the site.

        The order of its pages is not in the digest, because only moves among pages count.
        """
        site = self.perspective.site
        pages = self.perspective.fetch_visible(pages_by_path, only=("translation_key",))
        order = [str(page.translation_key) for page in pages]
        identity = SiteIdentity.read(site)
        references: References = {"picture": {identity.logo_id}} if identity.logo_id else {}
        self.references.load([references])
        logo = identity.logo_id and self.references.get("picture", identity.logo_id)
        stated = identity.stated | ({"logo": logo} if logo else {})
        shown = (site.site_name, site.root_page_id, *([stated] if stated else ()))
        details = {"tags": ["bilan"], "order": order}
        return Subject("site", "site"), State(make_digest(*shown), details, list_names(references))

    def read_pages(
        self, kind: str, models: Iterable[type[Page]], keys: set[str] | None
    ) -> Iterator[tuple[Subject, State]]:
        for model in models:
            given: dict[str, Any] = {} if keys is None else {"translation_key": keys}
            found = self.perspective.fetch_visible(pages_with_bodies, model, **given)
            references = {page.pk: list_page_references(page) for page in found}
            self.references.load(references.values())
            if model is AnnualReportPage:
                self.load_versions(page.translation_key for page in found)
            for page in found:
                subject = Subject(kind, str(page.translation_key))
                yield subject, self.read_page(page, references[page.pk])

    def load_versions(self, keys: Iterable[Any]) -> None:
        """Read each report's last version, its withdrawn versions and its number of corrections."""
        found: dict[Any, tuple[int, list[int]]] = {}
        versions = ReportVersion.objects.filter(report_key__in=list(keys)).order_by("number")
        for key, number, date in versions.values_list("report_key", "number", "withdrawn_at"):
            withdrawn = found.get(key, (0, []))[1]
            found[key] = number, [*withdrawn, number] if date else withdrawn
        self.versions |= found
        corrected = Correction.objects.filter(
            version__report_key__in=list(found), kind=CorrectionKind.CORRECTION
        )
        counted = corrected.values_list("version__report_key").annotate(Count("pk"))
        self.corrections |= dict(counted.order_by())

    def read_page(self, page: Page, references: References) -> State:
        path = self.perspective.path(page)
        fields = [getattr(page, name) for name in PAGE_FIELDS]
        shown: list[Any] = [path, *fields]
        details: dict[str, Any] = {"id": str(page.translation_key), "path": path}
        tags = ["pages"]
        if hasattr(page, "introduction"):
            shown.append(self.references.show_html(page.introduction))
        if isinstance(page, AnnualReportPage):
            document = self.references.get("document", page.source_document_id)
            shown += [page.year, page.hero_title, document]
            shown += describe_optional_fields(page).items()
            if page.image_id:
                shown.append(self.references.get("picture", page.image_id))
            last, withdrawn = self.versions.get(page.translation_key, (0, []))
            shown += [last, withdrawn]
            details |= {"year": page.year, "version": last, "withdrawn": withdrawn}
            details["corrections"] = self.corrections.get(page.translation_key, 0)
            tags = ["reports", f"report-{page.year}", "pages"]
        if has_body(type(page)):
            shown.append(self.references.show_body(read_document(page)))
        details["tags"] = tags
        details["title"] = getattr(page, "hero_title", "") or page.title
        names = [f"page {page.pk}"]
        return State(make_digest(*shown), details, list_names(references), names)

    def read_records(self, kind: str, keys: set[str] | None) -> Iterator[tuple[Subject, State]]:
        known = get_kinds_by_name()[kind]
        columns = list_own_columns(known)
        given: dict[str, Any] = {} if keys is None else {known.key_field: keys}
        found = self.perspective.fetch_visible(Perspective.snippets, known.model, **given)
        others = {record.pk: list_record_references(known, record) for record in found}
        self.references.load(others.values())
        former = list_former_names(known, found)
        for record in found:
            key = getattr(record, known.key_field)
            shown = [key, *(getattr(record, name) for name in columns)]
            shown += self.show_record_references(known, record)
            shown += [former_key for _, former_key in former[record.pk]]
            tags = [known.plural, f"{known.model_name}-{quote(key)}"]
            details = {"id": key, "record": kind, "title": record.name, "tags": tags}
            rows = (record.pk, key), *former[record.pk]
            names = [f"{kind} {name}" for row in rows for name in row]
            state = State(make_digest(*shown), details, list_names(others[record.pk]), names)
            yield Subject(kind, key), state

    def show_record_references(self, kind: RecordKind, record: Any) -> list[Any]:
        """Return the public keys of the records to which a record refers; hidden ones have none."""
        rows = ((other, getattr(record, f"{name}_id")) for name, other in kind.references.items())
        return [self.references.get(other.name, row) for other, row in rows if row is not None]

    def read_redirects(self, keys: set[str] | None) -> Iterator[tuple[Subject, State]]:
        redirects = [
            each
            for each in self.perspective.fetch_visible(redirects_by_row)
            if keys is None or redirect_key(each.old_path) in keys
        ]
        self.references.load([{"page": {r.redirect_page_id for r in redirects} - {None}}])
        for redirect in redirects:
            target = self.references.get("page", redirect.redirect_page_id)
            shown = (
                *(redirect.old_path, target, redirect.redirect_link, redirect.is_permanent),
                redirect.redirect_page_route_path,
            )
            details = {"path": redirect.old_path, "tags": ["pages"]}
            pages = {"page": {redirect.redirect_page_id}} if redirect.redirect_page_id else {}
            subject = Subject("redirect", redirect_key(redirect.old_path))
            yield subject, State(make_digest(*shown), details, list_names(pages))


def list_own_columns(kind: RecordKind) -> list[str]:
    """Return the public columns of a kind, without its key and its references to other records."""
    names = (field.name for field in kind.public_fields)
    return [name for name in names if name != kind.key_field and name not in kind.references]


def list_former_names(kind: RecordKind, records: list[Any]) -> dict[int, list[tuple[int, str]]]:
    """Return, by record, the row ids and keys of the records that were merged into it."""
    merged = kind.model._default_manager.filter(merged_into__in=[each.pk for each in records])
    found: dict[int, list[tuple[int, str]]] = {record.pk: [] for record in records}
    rows = merged.order_by(kind.key_field).values_list("merged_into", "pk", kind.key_field)
    for survivor, row, key in rows:
        found[survivor].append((row, key))
    return found


def list_record_references(kind: RecordKind, record: Any) -> References:
    """Return the rows of other records that a record refers to, by kind."""
    found: References = {}
    for name, other in kind.references.items():
        if (row := getattr(record, f"{name}_id")) is not None:
            found.setdefault(other.name, set()).add(row)
    return found


def pages_by_path(perspective: Perspective) -> QuerySet[Page]:
    return perspective.pages().order_by("path")


def pages_with_bodies(perspective: Perspective, model: type[Page]) -> QuerySet[Any]:
    """Return the visible pages of one type, with the stored text of their bodies."""
    pages = perspective.pages_of(model).order_by("pk").select_related(None)
    return with_stored_body(pages) if has_body(model) else pages


def redirects_by_row(perspective: Perspective) -> QuerySet[Redirect]:
    return perspective.redirects().order_by("pk")


def list_page_references(page: Page) -> References:
    """Return the references of a page, in its body, introduction, source document and image."""
    found = list_html_references(getattr(page, "introduction", ""))
    if has_body(type(page)):
        for kind, keys in read_document(page).references.items():
            found[kind] |= keys
    if source := getattr(page, "source_document_id", None):
        found["document"].add(source)
    if image := getattr(page, "image_id", None):
        found["picture"].add(image)
    return found


def list_names(references: References) -> list[str]:
    """Return references as `service 12`, or as `service mano` for a key in a table."""
    return sorted(f"{kind} {key}" for kind, keys in references.items() for key in keys)


def make_digest(*values: Any) -> str:
    return hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()
