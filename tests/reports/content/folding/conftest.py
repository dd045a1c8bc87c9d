"""A report with every block, its edit view, and what a browser posts that opened nothing."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.http import QueryDict
from django.urls import reverse
from PIL import Image
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import querydict_from_html

from reports.content.models import (
    AnnualReportPage,
    HomePage,
    Picture,
    ReportDocument,
    ReportIndexPage,
    Service,
    User,
)
from tests.browser import variants

Stored = list[dict[str, Any]]


@pytest.fixture
def index(db: None) -> ReportIndexPage:
    home = Page.get_first_root_node().add_child(instance=HomePage(title="Accueil", slug="accueil"))
    Site.objects.update(root_page=home)
    return home.add_child(instance=ReportIndexPage(title="Bilans", slug="bilan"))


@pytest.fixture
def keys(db: None) -> dict[str, int]:
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(picture, "PNG")
    file = ContentFile(picture.getvalue(), "carte.png")
    document = ContentFile(b"%PDF", "b.pdf")
    return {
        "picture": Picture.objects.create(title="carte", file=file).pk,
        "document": ReportDocument.objects.create(title="Bilan", file=document).pk,
        "service": Service.objects.create(name="Mano", slug="mano").pk,
    }


@pytest.fixture
def page(index: ReportIndexPage, keys: dict[str, int]) -> AnnualReportPage:
    body = variants.body(keys)
    body[3]["value"]["left_over"] = "une valeur que cette version ne connaît pas"
    body.insert(5, {"type": "timeline", "value": ["2019", "2024"], "id": "t-1"})
    page = AnnualReportPage(title="Bilan 2024", slug="2024", year=2024, live=False)
    index.add_child(instance=page)
    page.body = json.dumps(body)
    page.save_revision(clean=False)
    return page


def saved(page: AnnualReportPage) -> Stored:
    """The body of the latest draft, as storage has it."""
    return json.loads(page.revisions.order_by("-pk").first().content["body"])


@pytest.fixture
def editor(client: Any) -> Any:
    client.force_login(User.objects.create_superuser("editor"))
    return client


@pytest.fixture
def opened(editor: Any) -> Callable[..., QueryDict]:
    """What a browser posts that has opened the edit view, and no block."""

    def open_(page: AnnualReportPage, address: str = "") -> QueryDict:
        response = editor.get(address or reverse("wagtailadmin_pages:edit", args=[page.pk]))
        data = querydict_from_html(response.content.decode(), form_id="page-edit-form")
        field = response.context["form"]["body"]
        state = field.field.widget.block_def.get_form_state(field.value())
        data["body-count"] = str(len(state))
        for place, child in enumerate(state):
            data[f"body-{place}-kept"] = f"{place} {child['id']} {child['kept']}"
        return data

    return open_


@pytest.fixture
def post(editor: Any) -> Callable[..., Any]:
    def post_(page: AnnualReportPage, data: QueryDict, **extra: str) -> Any:
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return editor.post(extra.pop("address", address), {**data.dict(), **extra})

    return post_
