"""The view that the link picker queries while the user types."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET
from wagtail.permissions import page_permission_policy

from reports.authoring.link_picker.targets import Target, find_targets

MAX_QUERY_CHARACTERS = 200  # characters that are looked for


@require_GET
def list_targets(request: HttpRequest) -> JsonResponse:
    """Return the link targets for the query `q`, without the report whose row id is `bilan`."""
    if not page_permission_policy.user_has_any_permission(
        request.user, {"add", "change", "publish"}
    ):
        raise PermissionDenied
    query = request.GET.get("q", "").strip()[:MAX_QUERY_CHARACTERS]
    report = request.GET.get("bilan", "")
    key = int(report) if report.isascii() and report.isdecimal() and len(report) < 16 else 0
    targets = find_targets(request.user, query, key)
    return JsonResponse({"targets": [serialize_target(target) for target in targets]})


def serialize_target(target: Target) -> dict[str, Any]:
    """Return a target with its link in the form that the rich text editor stores."""
    link: dict[str, Any] = {"url": target.url}
    if target.page is not None:
        link |= {"id": target.page, "parentId": target.parent}
    if target.document is not None:
        link |= {"id": target.document, "filename": target.text, "isDocument": True}
    return {"text": target.text, "line": target.line, "link": link}
