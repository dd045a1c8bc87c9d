"""Uploaded files, each through the gate. Media folders are not served by name alone."""

import uuid
from pathlib import PurePath
from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from reports.media.documents import TYPES
from reports.media.permissions import can_see
from reports.models import Picture, Rendition, ReportDocument
from reports.uploads.pictures import FORMATS
from reports.visibility.perspective import Perspective

# A file's name is a hash of its record and its content: what it answers never changes;
# but it may become private, and caches should not show it for long then.
IMMUTABLE = "public, max-age=3600, immutable"
PRIVATE = "private, no-store"

PDF, UNKNOWN = "application/pdf", "application/octet-stream"
# Our own table: the one of Python asks the machine's.
PICTURE_TYPES = {suffix: f"image/{name.lower()}" for suffix, name in FORMATS.items()}
DOCUMENT_TYPES = {suffix: kind.content_type for suffix, kind in TYPES.items()}
SHOWN = {PDF, *PICTURE_TYPES.values()}


def may_enter(request: HttpRequest) -> bool:
    """Editors see private files from the admin, where they are signed in."""
    return request.user.has_perm("wagtailadmin.access_admin")


def respond(file: Any, cache_control: str, filename: str = "") -> FileResponse:
    """Send a file: pictures and PDF to be shown, everything else to be saved."""
    stream = file.open("rb")
    kind = content_type(stream, str(file.name))
    response = FileResponse(
        stream, content_type=kind, filename=filename, as_attachment=kind not in SHOWN
    )
    response["Cache-Control"] = cache_control
    response["X-Content-Type-Options"] = "nosniff"
    # An uploaded SVG or HTML file must not act on this site. Browsers show no PDF in a sandbox.
    sandbox = "" if kind == PDF else "; sandbox"
    response["Content-Security-Policy"] = f"default-src 'none'; style-src 'unsafe-inline'{sandbox}"
    return response


def content_type(stream: Any, name: str) -> str:
    """The type that we give to a suffix; files that were accepted before may be of no known one,
    or be no PDF.
    """
    suffix = PurePath(name).suffix.lower()
    kind = PICTURE_TYPES.get(suffix) or DOCUMENT_TYPES.get(suffix, UNKNOWN)
    if kind == PDF:
        is_pdf = stream.read(5) == b"%PDF-"
        stream.seek(0)
        return kind if is_pdf else UNKNOWN
    return kind


@require_safe
def serve_document(request: HttpRequest, key: uuid.UUID, name: str) -> FileResponse:
    """A document by its key; `name` is for the reader, any will do."""
    public = Perspective.public(request).documents().filter(key=key).first()
    if public is not None:
        return respond(public.file, "public, max-age=300", filename=public.download_name)
    private = ReportDocument.objects.filter(key=key).first()
    # Asked for absent ones too: reading the session adds a header, which would tell them apart.
    if may_enter(request) and private and can_see(request.user, private):
        return respond(private.file, PRIVATE, filename=private.download_name)
    raise Http404


@require_safe
def serve_picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture or one of its renditions, by the name of its file."""
    rendition = Rendition.objects.filter(file=name).select_related("image").first()
    original = rendition.image if rendition else Picture.objects.filter(file=name).first()
    file = rendition.file if rendition else original and original.file
    if original and Perspective.public(request).pictures().filter(pk=original.pk).exists():
        return respond(file, IMMUTABLE)
    # Asked for absent files too: reading the session adds a header, which would tell them apart.
    if may_enter(request) and original and can_see(request.user, original):
        return respond(file, PRIVATE)
    raise Http404
