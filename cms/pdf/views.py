"""The view that sends the PDF of a report or of one version."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.data.lookup import Withdrawn, find_version
from cms.frontend.api_client import Visit
from cms.frontend.versions import show_version
from cms.http.file_response import respond
from cms.pdf import task
from cms.pdf.making import is_current
from reports.content.models import ReportDocument
from reports.publishing.models import ReportPdf, ReportVersion

CACHE_CONTROL = "public, max-age=300"
RETRY = "30"  # seconds


@require_safe
def show_pdf(request: HttpRequest, path: str, number: str | None = None) -> HttpResponseBase:
    """Send the PDF of the report at a path, or of a version of it.

    An outdated PDF is never sent: it is made again, and the reader is asked to come back.
    """
    try:
        history, read = find_version(Visit(request), path, number)
    except Withdrawn as withdrawn:
        return show_version(request, path, withdrawn.number)
    version = find_row(history["id"], read)
    known = ReportPdf.objects.filter(version=version).first()
    if known is None or not is_current(version, known):
        task.enqueue_version(version)
        return not_yet(request)
    if not known.name:
        raise Http404
    name = f"bilan-{history['year']}-v{version.number}.pdf"
    return respond(request, ReportDocument(file=known.name).file, CACHE_CONTROL, name)


def find_row(key: str, read: dict[str, Any] | None) -> ReportVersion:
    """Return the row of a version. Raises Http404 if there is none."""
    number = read["number"] if read else None
    found = ReportVersion.objects.filter(report_key=key, number=number).first() if number else None
    if found is None:
        raise Http404
    return found


def not_yet(request: HttpRequest) -> HttpResponse:
    """Return a page that says that the PDF is being made."""
    response = render(request, "pdf/not_yet.html", status=503)
    response["Retry-After"] = RETRY
    response["Cache-Control"] = "no-store"
    return response
