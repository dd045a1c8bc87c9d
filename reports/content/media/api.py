"""The admin's API of pictures and documents, limited to those that the user may see."""

from typing import Any

from django.db.models import QuerySet
from rest_framework.authentication import SessionAuthentication
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

from reports.content.media.permissions import visible_to


class VisibleToUser:
    """A mixin that lists what the user may see.

    Wagtail lists all files outside of restricted collections.
    """

    authentication_classes = (SessionAuthentication,)
    request: Any
    model: Any

    def get_queryset(self) -> QuerySet[Any]:
        return visible_to(self.request.user, self.model).order_by("id")


class PicturesAdminAPIViewSet(VisibleToUser, ImagesAdminAPIViewSet):
    pass


class ReportDocumentsAdminAPIViewSet(VisibleToUser, DocumentsAdminAPIViewSet):
    pass


def register_endpoints(router: WagtailAPIRouter) -> None:
    router.register_endpoint("images", PicturesAdminAPIViewSet)
    router.register_endpoint("documents", ReportDocumentsAdminAPIViewSet)
