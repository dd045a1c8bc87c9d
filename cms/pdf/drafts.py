"""The view « Aperçu PDF »: makes the PDF of a draft, marked as a draft, without storing it."""

import threading

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.frontend.preview import closed_page, incident_page, mark_private
from cms.pdf.material import read_material
from cms.pdf.process import NotMade
from cms.pdf.views import not_yet
from reports.content.models import AnnualReportPage
from reports_graphql.errors import log_incident
from reports_graphql.preview_field import Drafts, open_preview

setting = threading.BoundedSemaphore(1)  # of this process: each takes a processor


@require_safe
def show_draft_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the last draft of a report to a signed-in user who may edit it."""
    page = get_object_or_404(AnnualReportPage, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    return send_draft(request, Drafts((draft,)), draft.get_site(), draft)


@require_safe
@sensitive_variables("token")
def show_review_pdf(request: HttpRequest, token: str) -> HttpResponse:
    """Send the draft that a review link shows. Every invalid link gets the same answer."""
    site = Site.find_for_request(request)
    preview = open_preview(token, site)
    if preview is None or not isinstance(preview.draft, AnnualReportPage):
        return closed_page(request)
    response = send_draft(request, preview.drafts, site, preview.draft)
    if request.method == "GET":
        preview.record(request, "PDF")
    return response


def send_draft(request: HttpRequest, drafts: Drafts, site: Site | None, page: Page) -> HttpResponse:
    """Return the PDF of a draft, or a page that asks for patience while another one is made."""
    is_set = "pdf" in settings.EXTRAS
    material = read_material(site, page.year, None, drafts) if site and is_set else None
    if material is None:
        raise Http404
    if not setting.acquire(blocking=False):
        return mark_private(not_yet(request))
    try:
        data = material.build_pdf().data
    except NotMade as error:
        return incident_page(request, log_incident("PDF incident %s", error))
    finally:
        setting.release()
    name = content_disposition_header(False, f"bilan-{page.year}-brouillon.pdf") or ""
    response = HttpResponse(data, "application/pdf", headers={"Content-Disposition": name})
    return mark_private(response)
