"""The admin view of one page's review links."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from reports.publishing.previews import links
from reports.publishing.previews.columns import Row, link_columns
from reports.publishing.previews.forms import NewLink
from reports.publishing.previews.views import Links


class PageLinks(Links):
    """Shows the review links of one page, and the form for a new one."""

    template_name = "reports/previews/page_links.html"
    columns = link_columns()

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        pages = Page.objects.select_related("latest_revision").defer("latest_revision__content")
        self.page = get_object_or_404(pages, pk=kwargs["page_id"])
        self.form = NewLink(request.POST or None, page=self.page)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not links.can_have_link(self.page):
            raise Http404
        if not links.can_edit_page(self.page, self.request.user):
            raise PermissionDenied
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer: HttpResponse = super(Links, self).get(request, *args, **kwargs)
        return answer

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.form.is_valid():
            try:
                made = links.make_review(self.request.user, self.page, **self.form.cleaned_data)
            except ValidationError as error:
                self.form.add_error(None, error)
            else:
                messages.success(request, "Le lien de relecture est prêt : copiez-le ci-dessous.")
                return redirect(f"{request.path}?nouveau={made.pk}")
        return self.get(request, *args, **kwargs)

    def pages(self) -> QuerySet[Page]:
        return Page.objects.filter(pk=self.page.pk)

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = get_breadcrumbs_items_for_page(self.page, self.request.user)
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*above, here]

    def get_header_title(self) -> str:
        return f"{self.page_title} : {self.get_page_subtitle()}"

    def get_header_buttons(self) -> list[HeaderButton]:
        url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [HeaderButton("Modifier", url, icon_name="edit")]

    def newest_row(self) -> Row | None:
        """The link that was just made, if it is in the list."""
        number = self.request.GET.get("nouveau", "")
        if not (number.isascii() and number.isdecimal()):
            return None
        link = self.get_queryset().filter(pk=number).first()
        return self.row(link) if link else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "page": self.page, "form": self.form, "made": self.newest_row()}
