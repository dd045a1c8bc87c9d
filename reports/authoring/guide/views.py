"""Views that show the guides and their pictures to users of the admin."""

import re

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from reports.authoring.guide.guide import get_guide

PICTURE = re.compile(r"[a-z0-9-]+\.png")


@require_safe
def show_guide(request: HttpRequest, name: str = "editeurs") -> HttpResponse:
    """Show one guide, by the name of its file."""
    guide = get_guide(name)
    if guide is None:
        raise Http404
    home = {"url": reverse("wagtailadmin_home"), "label": "Accueil"}
    context = {"guide": guide, "breadcrumbs_items": [home, {"url": "", "label": guide.title}]}
    return render(request, "reports/guide/guide.html", context)


@require_safe
def show_picture(request: HttpRequest, name: str) -> FileResponse:
    """Send a picture of the editors' guide, by its file name."""
    file = settings.GUIDES / "editeurs" / name
    if not PICTURE.fullmatch(name) or not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"), content_type="image/png")
