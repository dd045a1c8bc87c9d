"""Decides what is public. No public content is read except through this gate.

Public means live and not past its expiry, without a view restriction on it or above it, and not in
a private collection or below one. As in Wagtail, a live page below an unpublished one is public.
Each queryset here is one statement, however many restrictions there are.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Left, Length
from django.db.models.lookups import Exact
from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from reports.content.models import (
    AnnualReportPage,
    Indicator,
    Mention,
    Observation,
    Picture,
    ReportDocument,
)
from reports.content.visibility.drafts import NO_DRAFTS, Drafts
from reports.content.visibility.reader import Reader
from reports.content.visibility.sites import find_site_for_request


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
    """Raised when no site has the host name of a request, and there is no default site."""


@dataclass(frozen=True)
class Perspective(Reader):
    """The rights with which a request reads, on one site. It returns querysets of what may be read.

    `drafts` are shown as their authors left them; everything else is shown as the public sees it,
    lists and series included.
    """

    drafts: Drafts = NO_DRAFTS

    @classmethod
    def public(cls, request: HttpRequest) -> "Perspective":
        """Return the public's perspective on the site that `request` is for. Raises `NoSite`."""
        site = find_site_for_request(request)
        if site is None:
            raise NoSite
        return cls(site)

    def pages(self) -> QuerySet[Page]:
        """The pages that may be seen."""
        self.cache_tags.add("pages")
        return self._seen(Page.objects.all())

    def pages_of(self, model: type[Page]) -> QuerySet[Any]:
        """Return the pages of one type that may be seen, with what only they have."""
        self.cache_tags.add("pages")
        return self._seen(model._default_manager.all())

    def _current(self, through: str = "") -> Q:
        """Live, and not past its expiry even if no job has run since."""
        now = timezone.now() if self.now is None else self.now
        is_live = Q(**{f"{through}live": True})
        is_endless = Q(**{f"{through}expire_at__isnull": True})
        is_early = Q(**{f"{through}expire_at__gt": now})
        return is_live & (is_endless | is_early)

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
        return model.objects.filter(self._current(), merged_into=None)

    def names(self, model: type[Any]) -> QuerySet[Any]:
        """The rows of `model` by whose keys one knows a snippet that may be seen: its own, and
        those of snippets that were merged into it, of which nothing else may be seen.
        """
        self.cache_tags.add(f"{model._meta.model_name}s")
        own = self._current() & Q(merged_into=None)
        return model.objects.filter(own | self._current("merged_into__"))

    def former(self, model: type[Any]) -> QuerySet[Any]:
        """The snippets that may be seen, and those that could be until they were merged into one
        that may: what reports said of them in earlier versions still stands.
        """
        return self.names(model).filter(self._current())

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

    def path(self, page: Page) -> str:
        """The public path of a page, from the root of its site: `/bilan/2024/`."""
        return page.url_path[len(self.site.root_page.url_path) - 1 :]
