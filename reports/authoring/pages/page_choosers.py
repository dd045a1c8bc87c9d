"""Page choosers that only offer public pages and those for which the user has permissions.

Wagtail's own choosers show the whole tree, drafts included, to every user of the admin.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views import chooser
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from reports.content.wagtail_patches.draft_titles import with_known_titles


def choosable_pages(user: Any) -> QuerySet[Page]:
    """Return the pages that a user works on or may read, and the ancestors of the former."""
    own = page_permission_policy.explorable_instances(user).values("pk")
    public = Page.objects.live().public().values("pk")
    return Page.objects.filter(Q(depth=1) | Q(pk__in=own) | Q(pk__in=public))


def keep_choosable(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """Restrict the pages that choosers list; called by Wagtail."""
    return pages.filter(pk__in=choosable_pages(request.user).values("pk"))


class BrowseView(chooser.BrowseView):
    """A chooser that refuses to open a page that the user may not choose."""

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        start = parent_page_id or first_ancestor(request)
        if not choosable_pages(request.user).filter(pk=start).exists():
            raise Http404
        return super().get(request, start)


def first_ancestor(request: HttpRequest) -> int:
    """Return the page at which browsing starts: Wagtail's choice, or its nearest visible
    ancestor.
    """
    names = request.GET.get("page_type") or "wagtailcore.page"
    try:
        page = Page.objects.type(*chooser.page_models_from_string(names)).first_common_ancestor()
    except (ValueError, LookupError) as error:
        raise Http404 from error
    while not choosable_pages(request.user).filter(pk=page.pk).exists():
        page = page.get_parent()
    return int(page.pk)


class VisibleParentColumn(chooser.ParentPageColumn):
    """A column that names the parent page only if the user may choose it."""

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visible = set(choosable_pages(user).values_list("pk", flat=True))

    def get_value(self, instance: Page) -> Page | None:
        parent = super().get_value(instance)
        return parent if parent and parent.pk in self.visible else None


class SearchView(chooser.SearchView):
    @property
    def columns(self) -> list[Any]:
        return [
            VisibleParentColumn("parent", label=column.label, user=self.request.user)
            if isinstance(column, chooser.ParentPageColumn)
            else column
            for column in super().columns
        ]


class ChosenMultipleView(chooser.ChosenMultipleView):
    """Describes several chosen pages if the user may choose all of them."""

    def get(self, request: HttpRequest) -> HttpResponse:
        keys = request.GET.getlist("id")
        if not all(key.isascii() and key.isdecimal() and len(key) < 16 for key in keys):
            raise Http404
        pages = Page.objects.filter(pk__in=keys)
        choosable = choosable_pages(request.user).filter(depth__gt=1)  # the root is no page to read
        if pages.exclude(pk__in=choosable.values("pk")).exists():
            raise Http404
        return super().get(request)


class PageTypesView(PageTypesUsageReportView):
    """Counts pages by type, and names the last edited page only if the user may see it."""

    def decorate_paginated_queryset(self, page_types: Any) -> Any:
        visible = set(choosable_pages(self.request.user).values_list("pk", flat=True))
        for item in super().decorate_paginated_queryset(page_types):
            if item.last_edited_page and item.last_edited_page.pk not in visible:
                item.last_edited_page = None
        return page_types


def check_move(request: HttpRequest, page: Page, destination: Page) -> None:
    """Refuse to confirm a forbidden move; Wagtail would show both titles first."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


VIEWS = {
    "choose-page/": BrowseView.as_view(),
    "choose-page/<int:parent_page_id>/": BrowseView.as_view(),
    "choose-page/search/": SearchView.as_view(),
    "choose-page/chosen-multiple/": ChosenMultipleView.as_view(),
    "reports/page-types-usage/": PageTypesView.as_view(),
    "reports/page-types-usage/results/": PageTypesView.as_view(results_only=True),
}


def chooser_urls() -> list[URLPattern]:
    """Return the URLs that precede Wagtail's own, which keep their names."""
    return [
        path(route, never_cache(require_admin_access(with_known_titles(view))))
        for route, view in VIEWS.items()
    ]
