"""Decide what is public. This is the gate: nothing leaves but through it.

Public means live and not past its expiry, no view restriction on it or above it, not in a private
collection or below one. As in Wagtail, a live page below an unpublished one is public. Each
queryset here is one statement, however many restrictions there are.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Left, Length
from django.db.models.lookups import Exact
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from reports.document.recent_values import RecentValues
from reports.models import (
    AnnualReportPage,
    Indicator,
    Mention,
    Observation,
    Picture,
    ReportDocument,
)
from reports.visibility import compiled_queries
from reports.visibility.combined_selections import fetch_together
from reports.visibility.compiled_queries import Selection
from reports.visibility.drafts import NO_DRAFTS, Drafts
from reports.visibility.kept_rows import KeptRows
from reports.visibility.sites import find_site_for_request


def at_or_above(path: str, ancestor: str) -> dict[str, Any]:
    """A filter on tree paths: `ancestor` is the outer row's `path` or a prefix of it."""
    return {ancestor: Left(OuterRef(path), Length(F(ancestor)))}


def is_below(path: str, site: Site) -> Exact:
    """The condition that a page is the root of a site or below it.

    SQLite prepares a statement with `LIKE` and a parameter anew each time it runs.
    """
    root = site.root_page.path
    return Exact(Left(path, len(root)), root)


def in_public_collections(queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Return those pictures or documents that are in no private collection, nor below one."""
    private = CollectionViewRestriction.objects.filter(**at_or_above("path", "collection__path"))
    hidden = Collection.objects.filter(Exists(private)).values("pk")
    return queryset.exclude(collection__in=hidden)


class NoSite(Http404):
    """No site is known by the name that a request asks for, nor is any the default."""


@dataclass(frozen=True)
class Perspective:
    """Whose eyes a request sees with, on which site. Every reader asks it for what it may read.

    `cache_tags` names what was read: each kind, and single records that readers add. `now` is when
    it sees, if not whenever it looks. `drafts` are seen as their authors left them; everything else
    stays as the public sees it, lists and series included. `kept_rows` are those of the moment that
    the request answers for; None where each row is read anew.
    """

    site: Site
    now: Any = None
    drafts: Drafts = NO_DRAFTS
    cache_tags: set[str] = field(default_factory=set, compare=False, repr=False)
    kept_rows: KeptRows | None = field(default=None, compare=False, repr=False)

    @classmethod
    def public(cls, request: HttpRequest, drafts: Drafts = NO_DRAFTS) -> "Perspective":
        """The public's, on the site that `request` is for; with some drafts as they are."""
        site = find_site_for_request(request)
        if site is None:
            raise NoSite
        return cls(site, drafts=drafts)

    def pages(self) -> QuerySet[Page]:
        """The pages that may be seen."""
        self.cache_tags.add("pages")
        return self._seen(Page.objects.all())

    def pages_of(self, model: type[Page]) -> QuerySet[Any]:
        """Return the pages of one type that may be seen, with what only they have."""
        self.cache_tags.add("pages")
        return self._seen(model._default_manager.all())

    def _current(self) -> Q:
        """Live, and not past its expiry even if no job has run since."""
        now = timezone.now() if self.now is None else self.now
        return Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=now))

    def _seen(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        restricted = PageViewRestriction.objects.filter(**at_or_above("path", "page__path"))
        return pages.filter(self._current(), ~Exists(restricted), is_below("path", self.site))

    def page_at(self, path: str) -> Page | None:
        """The page at the whole of a public path; the slash at its end may be left out."""
        if not path.startswith("/") or not path.isprintable():  # databases refuse some of these
            return None
        below = path[1:] if path.endswith("/") else f"{path[1:]}/"
        url_path = f"{self.site.root_page.url_path}{below}"
        if draft := self.drafts.page_at(url_path):
            return draft
        found = next(iter(self.fetch_visible(Perspective.pages, url_path=[url_path])), None)
        return found and (self.drafts.draft_of(found) or found)

    def redirects(self) -> QuerySet[Redirect]:
        """The redirects whose target may be seen; this site's go before those of all sites."""
        target = Q(redirect_page__in=self.pages().values("pk"))
        # the web, or a path: other schemes could run code where they are followed
        elsewhere = Q(redirect_page=None, redirect_link__iregex="^(https?:/)?/")
        seen = Redirect.objects.filter(target | elsewhere)
        own = seen.filter(site=self.site, old_path=OuterRef("old_path"))
        return seen.filter(Q(site=self.site) | (Q(site=None) & ~Exists(own)))

    def reports(self) -> QuerySet[AnnualReportPage]:
        """The reports that may be seen, the latest first."""
        self.cache_tags.add("reports")
        return self._seen(AnnualReportPage.objects.order_by("-year"))

    def snippets(self, model: type[Any]) -> QuerySet[Any]:
        """The snippets of `model` that may be seen."""
        self.cache_tags.add(f"{model._meta.model_name}s")
        return model.objects.filter(self._current())

    def pictures(self) -> QuerySet[Picture]:
        """The pictures in no private collection."""
        self.cache_tags.add("pictures")
        return in_public_collections(Picture.objects.all())

    def documents(self) -> QuerySet[ReportDocument]:
        """The documents in no private collection."""
        self.cache_tags.add("documents")
        return in_public_collections(ReportDocument.objects.all())

    def observations(self) -> QuerySet[Observation]:
        """The statements of reports that may be seen, on indicators that may be seen."""
        return Observation.objects.filter(
            report__in=self.reports().order_by().values("pk"),
            indicator__in=self.snippets(Indicator).values("pk"),
        )

    def mentions(self, refers_to: str) -> QuerySet[Mention]:
        """The mentions of records of a kind in reports that may be seen, the latest report first.

        Whether the records may be seen is for their reader to ask.
        """
        reports = self.reports().order_by().values("pk")
        found = Mention.objects.filter(refers_to=refers_to, report__in=reports)
        return found.order_by("-report__year", "report", "order")

    def fetch_visible(
        self,
        kind: "Kind",
        *arguments: Any,
        only: tuple[str, ...] = (),
        **keys: Iterable[Any],
    ) -> list[Any]:
        """The rows of a kind that have one of the keys in one of the columns that are named.

        `kind` is a method of this class, or what takes a perspective too, and `arguments` after it.
        The rows know the columns `only`. The statement is that of the kind's queryset, compiled
        once.
        """
        if keys and not any(keys.values()):
            return []
        return self._fetch(self._select_rows(True, kind, arguments, only, keys))

    def select_visible(
        self,
        kind: "Kind",
        *arguments: Any,
        only: tuple[str, ...] = (),
        **keys: Iterable[Any],
    ) -> Selection:
        """Return the selection of what `fetch_visible` reads, in no order, for one key at least.

        It names nothing in `cache_tags`: that is for whoever answers with its rows.
        """
        return self._select_rows(False, kind, arguments, only, keys)

    def _select_rows(
        self,
        is_ordered: bool,
        kind: "Kind",
        arguments: tuple[Any, ...],
        only: tuple[str, ...],
        keys: Mapping[str, Iterable[Any]],
    ) -> Selection:
        given = {
            column: compiled_queries.pad_to_power_of_two(values)
            for column, values in keys.items()
            if values
        }
        assert given or not keys  # without a condition, it would be all rows
        sizes = tuple((column, len(values)) for column, values in given.items())

        def build(seen: Perspective) -> QuerySet[Any]:
            rows = compiled_queries.rows_with_keys(kind(seen, *arguments), dict(sizes))
            rows = rows if is_ordered else rows.order_by()
            return rows.only(*only) if only else rows

        return self._select((is_ordered, kind, arguments, only, sizes), build, given)

    def fetch_compiled(
        self,
        key: Hashable,
        build: Callable[["Perspective"], QuerySet[Any]],
        given: Mapping[str, list[Any]] | None = None,
    ) -> list[Any]:
        """Return the rows of the queryset that `build` makes of a perspective.

        Its statement is compiled once for each `key`, which names all that it depends on beside the
        site, the time, and the values for its slots, which are `given`.
        """
        return self._fetch(self._select(key, build, given or {}))

    def fetch_values(
        self,
        key: Hashable,
        build: Callable[["Perspective"], QuerySet[Any]],
        given: Mapping[str, list[Any]],
    ) -> list[tuple[Any, ...]]:
        """Return the same as the database gives it, in the order of its columns.

        Nobody keeps these: what hardly anybody asks for twice would take the place of others.
        """
        selection = self._select(key, build, given)
        self.cache_tags.update(selection.tags)
        return selection.fetch_values()

    def fetch_each(self, kind: "Kind", keys: Sequence[int], *only: str) -> dict[int, Any]:
        """Return rows of a kind by primary key, with the columns `only`; each is kept by itself."""

        def fetch(missing: list[int]) -> list[Any]:
            return self.select_visible(kind, only=only, pk=missing).fetch() if missing else []

        if self.kept_rows is None:
            return {row.pk: row for row in fetch([*keys])}
        return self.kept_rows.fetch_each((self._origin, kind, only), keys, fetch)

    def fetch_together(self, selections: Sequence[Selection]) -> list[list[Any]]:
        """Return the rows of each selection, which one statement reads; some may be kept."""
        if self.kept_rows is None:
            return fetch_together(selections)
        return self.kept_rows.fetch_together(selections)

    def _fetch(self, selection: Selection) -> list[Any]:
        self.cache_tags.update(selection.tags)
        return self.fetch_together([selection])[0]

    def _select(
        self,
        key: Hashable,
        build: Callable[["Perspective"], QuerySet[Any]],
        given: Mapping[str, list[Any]],
    ) -> Selection:
        def compile_statement() -> tuple[compiled_queries.Statement, set[str]]:
            seen = timeless_perspective(self.site.pk, self.site.root_page.path)
            return compiled_queries.Statement.compile(build(seen)), seen.cache_tags

        known = self._origin, key
        statement, tags = STATEMENTS.get_or_make(known, compile_statement)
        return Selection(statement, {**given, "now": [timezone.now()]}, tags)

    @cached_property
    def _origin(self) -> Hashable:
        """What a statement depends on beside what it reads: the database, and the site."""
        return connection.vendor, self.site.pk, self.site.root_page.path

    def path(self, page: Page) -> str:
        """The public path of a page, from the root of its site: `/bilan/2024/`."""
        return page.url_path[len(self.site.root_page.url_path) - 1 :]


Kind = Callable[..., QuerySet[Any]]

STATEMENTS: RecentValues[tuple[compiled_queries.Statement, set[str]]] = RecentValues(512)


def timeless_perspective(key: int, root: str) -> Perspective:
    """Return the public's perspective on a site, by its key and the path of its root page.

    Its time is yet to be given.
    """
    site = Site(pk=key, root_page=Page(path=root))
    return Perspective(site, compiled_queries.Slot("now", 0, DateTimeField()))
