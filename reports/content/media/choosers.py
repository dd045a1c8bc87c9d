"""Picture choosers that check permissions on tags and formats, which Wagtail's do not."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from wagtail.images.views.chooser import ImageChooseView, ImageSelectFormatView, viewset

from reports.content.media.permissions import visible_to
from reports.content.media.tags import popular_tags
from reports.content.models import Picture


class ChooseView(ImageChooseView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"popular_tags": popular_tags(self.request.user, Picture)}


class SelectFormatView(ImageSelectFormatView):
    def dispatch(self, request: HttpRequest, image_id: int) -> HttpResponse:
        if not visible_to(request.user, Picture).filter(pk=image_id).exists():
            raise PermissionDenied
        return super().dispatch(request, image_id)


def register_choosers() -> None:
    """Give Wagtail's chooser our views, before its addresses are made."""
    viewset.choose_view_class = ChooseView
    viewset.select_format_view_class = SelectFormatView
