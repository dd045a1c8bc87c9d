"""Limits the popular and suggested tags in the admin to those of files that the user may see."""

from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from taggit.models import Tag
from wagtail.admin.auth import require_admin_access
from wagtail.admin.filters import PopularTagsFilter
from wagtail.documents.views.documents import DocumentsFilterSet
from wagtail.documents.views.documents import IndexView as DocumentIndexView
from wagtail.images.views.images import ImagesFilterSet
from wagtail.images.views.images import IndexView as ImageIndexView

from reports.content.media.permissions import visible_to
from reports.content.models import Picture, ReportDocument

MAX_TAGS = 10  # as Wagtail


def visible_tags(user: Any, model: type[Any]) -> QuerySet[Tag]:
    """Return the tags of the pictures or documents that somebody may see."""
    return Tag.objects.filter(
        taggit_taggeditem_items__content_type__app_label=model._meta.app_label,
        taggit_taggeditem_items__content_type__model=model._meta.model_name,
        taggit_taggeditem_items__object_id__in=visible_to(user, model).values("pk"),
    )


def popular_tags(user: Any, model: type[Any]) -> QuerySet[Tag]:
    """Return those of the visible tags that are used most."""
    used = visible_tags(user, model).annotate(uses=Count("taggit_taggeditem_items"))
    return used.order_by("-uses", "name")[:MAX_TAGS]


class VisibleTags:
    """A mixin that offers the popular tags of visible files; Wagtail offers those of all files."""

    filters: Any
    _meta: Any

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, request=request, **kwargs)  # type: ignore[call-arg]
        offered = self.filters.pop("tag", None)
        tags = popular_tags(request.user, self._meta.model)
        if offered and tags:
            options = offered.extra | {"choices": [(tag.name, tag.name) for tag in tags]}
            self.filters["tag"] = PopularTagsFilter(
                label=offered.label,
                field_name=offered.field_name,
                use_subquery=offered.use_subquery,
                **options,
            )


class VisibleImagesFilterSet(VisibleTags, ImagesFilterSet):
    class Meta(ImagesFilterSet.Meta):
        pass


class VisibleDocumentsFilterSet(VisibleTags, DocumentsFilterSet):
    class Meta(DocumentsFilterSet.Meta):
        pass


def complete_tag(request: HttpRequest, **_: str) -> JsonResponse:
    """Answer what tags begin with a term, as Wagtail does, from what may be seen."""
    term = request.GET.get("term", "")
    names: set[str] = set()
    for model in (Picture, ReportDocument) if term else ():
        tags = visible_tags(request.user, model).filter(name__istartswith=term)
        names.update(tags.order_by("name").values_list("name", flat=True).distinct()[:MAX_TAGS])
    return JsonResponse(sorted(names)[:MAX_TAGS], safe=False)


def tag_urls() -> list[URLPattern]:
    """Return the addresses that stand before Wagtail's own, which keep their names."""
    view = never_cache(require_admin_access(complete_tag))
    return [
        path("tag-autocomplete/", view),
        path("tag-autocomplete/<slug:app_name>/<slug:model_name>/", view),
    ]


def register_tag_views() -> None:
    """Give Wagtail's lists our filters."""
    ImageIndexView.filterset_class = VisibleImagesFilterSet
    DocumentIndexView.filterset_class = VisibleDocumentsFilterSet
