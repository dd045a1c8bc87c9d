"""Uploaded files, each through the gate. Media folders are not served by name alone."""

import mimetypes
import uuid

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from reports.models import Picture, Rendition, ReportDocument
from reports.visibility import Perspective

# A file's name is a hash of its record and its content: what it answers never changes;
# but it may become private, and caches should not show it for long then.
IMMUTABLE = "public, max-age=3600, immutable"
PRIVATE = "private, no-store"


def may_see_private(request: HttpRequest) -> bool:
    """Editors see private files from the admin, where they are signed in."""
    return request.user.has_perm("wagtailadmin.access_admin")


def respond(file: object, cache_control: str, **kwargs: object) -> FileResponse:
    name = str(getattr(file, "name", ""))
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    response = FileResponse(file.open("rb"), content_type=kind, **kwargs)  # type: ignore[attr-defined,arg-type]
    response["Cache-Control"] = cache_control
    response["X-Content-Type-Options"] = "nosniff"
    # An uploaded SVG or HTML file must not act on this site.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


@require_safe
def document(request: HttpRequest, key: uuid.UUID, name: str) -> FileResponse:
    """A document by its key; `name` is for the reader, any will do."""
    public = Perspective.public(request).documents().filter(key=key).first()
    if public is not None:
        return respond(public.file, "public, max-age=300", filename=public.download_name)
    if may_see_private(request):
        private = get_object_or_404(ReportDocument, key=key)
        return respond(private.file, PRIVATE, filename=private.download_name)
    raise Http404


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture or one of its renditions, by the name of its file."""
    rendition = Rendition.objects.filter(file=name).select_related("image").first()
    original = rendition.image if rendition else Picture.objects.filter(file=name).first()
    file = rendition.file if rendition else original and original.file
    if original and Perspective.public(request).pictures().filter(pk=original.pk).exists():
        return respond(file, IMMUTABLE)
    # Asked for absent files too: reading the session adds a header, which would tell them apart.
    if may_see_private(request) and original:
        return respond(file, PRIVATE)
    raise Http404
