"""Serves uploaded files that the request may see. Media folders are never served by name alone."""

import uuid

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from cms.http.file_response import PRIVATE, respond
from reports.content.audit.log import Action, record
from reports.content.entry_rules import admits_session
from reports.content.media.permissions import can_see
from reports.content.models import Picture, Rendition, ReportDocument
from reports.content.visibility.perspective import Perspective
from reports.publishing.versions.files import find_shown_file

# A file's name is a hash of its record and its content: what it answers never changes;
# but it may become private, and caches should not show it for long then.
IMMUTABLE = "public, max-age=3600, immutable"
CACHE_CONTROL = "public, max-age=300"


def may_enter(request: HttpRequest) -> bool:
    """Return whether the user may enter the admin, where editors see private files.

    Like the admin, this ends an idle session and asks for a required second factor, if
    `reports.accounts` is installed.
    """
    return admits_session(request) and request.user.has_perm("wagtailadmin.access_admin")


def is_beginning(request: HttpRequest) -> bool:
    """Return whether a request is for the file itself, not for a later part that a viewer loads."""
    ranges = request.headers.get("Range", "")
    return request.method == "GET" and (not ranges or ranges.startswith("bytes=0-"))


@require_safe
def serve_document(request: HttpRequest, key: uuid.UUID, name: str) -> HttpResponseBase:
    """Serve a document by its key; `name` is only for the reader and may be anything."""
    public = Perspective.public(request).documents().filter(key=key).first()
    if public is not None:
        return respond(request, public.file, CACHE_CONTROL, public.download_name)
    kept = find_shown_file(Perspective.public(request), kind="document", key=str(key))
    if kept is not None:
        return respond(request, ReportDocument(file=kept).file, CACHE_CONTROL, name)
    private = ReportDocument.objects.filter(key=key).first()
    # Asked for absent ones too: reading the session adds a header, which would tell them apart.
    if may_enter(request) and private and can_see(request.user, private):
        if is_beginning(request):
            record(Action.PRIVATE_FILE, request.user, private.title, request, key=str(key))
        return respond(request, private.file, PRIVATE, private.download_name)
    raise Http404


@require_safe
def serve_picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """Serve a picture or one of its renditions, by the name of its file."""
    rendition = Rendition.objects.filter(file=name).select_related("image").first()
    original = rendition.image if rendition else Picture.objects.filter(file=name).first()
    file = rendition.file if rendition else original and original.file
    if original and Perspective.public(request).pictures().filter(pk=original.pk).exists():
        return respond(request, file, IMMUTABLE)
    if kept := find_shown_file(Perspective.public(request), kind="picture", name=name):
        return respond(request, Picture(file=kept).file, IMMUTABLE)
    # Asked for absent files too: reading the session adds a header, which would tell them apart.
    if may_enter(request) and original and can_see(request.user, original):
        return respond(request, file, PRIVATE)
    raise Http404
