"""The admin views of review links: the list, and the revocation."""

import uuid
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, Table
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.models import Page, Site
from wagtail.permissions import page_permission_policy

from reports.publishing.models import PreviewLink, Release
from reports.publishing.previews import links
from reports.publishing.previews.columns import Row, link_columns, title
from reports.publishing.previews.press_links import make_press_link, may_share


class Links(BaseListingView):
    """Lists the review links of pages that the user may edit: the valid ones, or all.

    Links with which an external frontend shows what an editor is typing are included.
    """

    page_title = "Liens de relecture"
    header_icon = "glasses"
    template_name = "reports/previews/links.html"
    results_template_name = "reports/previews/links_results.html"
    is_searchable = False
    paginate_by = 50
    columns: Sequence[Column] = (title(), *link_columns())

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()
        self.all_shown = "tous" in request.GET

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not page_permission_policy.user_has_any_permission(request.user, {"change"}):
            raise PermissionDenied
        answer: HttpResponse = super().get(request, *args, **kwargs)
        return answer

    def pages(self) -> QuerySet[Page]:
        pages: QuerySet[Page] = page_permission_policy.instances_user_has_permission_for(
            self.request.user, "change"
        )
        return pages.filter(depth__gt=1)

    def get_queryset(self) -> QuerySet[PreviewLink]:
        every = PreviewLink.objects.filter(page__in=self.pages().order_by().values("pk"))
        shown = every if self.all_shown else every.filter(PreviewLink.usable(self.now))
        rows = shown.select_related("page", "revision", "user", "release")
        return rows.defer("content", "revision__content").order_by("-created_at", "-pk")

    @cached_property
    def roots(self) -> list[Any]:
        roots: list[Any] = Site.get_site_root_paths()
        return roots

    def row(self, link: PreviewLink) -> Row:
        state = link.state(self.now)
        here = self.request.build_absolute_uri("/")
        # An outside link has no address of ours: the frontend has the token from the editor's form.
        opens = state == PreviewLink.State.ACTIVE and link.kind != PreviewLink.Kind.OUTSIDE
        own = link.release is None or may_share(self.request.user, link.release)
        address = links.build_address(link, self.roots, here) if opens and own else ""
        return Row(link, state, address, may_revoke=own)

    def get_table(self, object_list: QuerySet[PreviewLink]) -> Table:
        return super().get_table([self.row(link) for link in object_list])

    def get_index_url(self) -> str:
        return self.request.path

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "all_shown": self.all_shown}


@require_POST
def revoke_view(request: HttpRequest, page_id: int, key: uuid.UUID) -> HttpResponse:
    """End a link, and go back to the list that contained it."""
    rows = PreviewLink.objects.select_related("page", "user").defer("content")
    link = get_object_or_404(rows, page__pk=page_id, key=key)
    user: Any = request.user  # never anonymous: Wagtail's doors are before this one
    links.revoke_link(link, user)
    messages.success(request, "Le lien de relecture est révoqué : il ne s’ouvre plus.")
    there = get_valid_next_url_from_request(request)
    return redirect(there or reverse("preview_links_of_page", args=[page_id]))


@require_POST
def make_press_link_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a link to everything in a release, and go to the list in which its address is."""
    if not request.user.has_perm("reports.change_release"):
        raise PermissionDenied
    release = get_object_or_404(Release, pk=pk)
    user: Any = request.user
    try:
        make_press_link(user, release)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("bilan_release", pk)
    messages.success(request, "Le lien pour la presse est créé : copiez son adresse.")
    return redirect("preview_links")
