"""« Aperçu PDF »: who may see it, that it says it is a draft, and that nothing of it is kept."""

import io
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from pypdf import PdfReader

from cms.pdf import drafts
from reports import models
from reports.publishing.previews import links

from .test_pdf import check_standards


@pytest.fixture
def draft(publish: Any) -> models.AnnualReportPage:
    """A public report with a draft that says something else."""
    body = [{"type": "paragraph", "id": "p", "value": {"text": "<p>Déjà public.</p>"}}]
    page: models.AnnualReportPage = publish(2024, body)
    page.refresh_from_db()
    page.body = [("paragraph", {"text": "<p>Encore secret.</p>"})]
    page.save_revision()
    return page


@pytest.fixture
def editor(db: None) -> models.User:
    user: models.User = models.User.objects.create_superuser("r", "r@b.example")
    return user


@pytest.fixture
def editing(client: Client, editor: models.User) -> Client:
    client.force_login(editor)
    return client


def read(response: Any) -> str:
    assert response.status_code == 200, response.status_code
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)


def test_an_editor_sees_the_draft_and_that_it_is_one(
    editing: Client, draft: models.AnnualReportPage
) -> None:
    response = editing.get(f"/admin/pages/{draft.pk}/apercu.pdf")
    text = read(response)

    assert "Encore secret." in text
    assert "Brouillon, non publié" in text
    assert response["Cache-Control"] == "private, no-store"
    check_standards(response.content)
    with PdfReader(io.BytesIO(response.content)) as pdf:
        assert not pdf.attachments
    assert not models.ReportPdf.objects.exists()


def test_nobody_else_does(client: Client, draft: models.AnnualReportPage) -> None:
    response = client.get(f"/admin/pages/{draft.pk}/apercu.pdf")
    other = models.User.objects.create_user("autre")
    other.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(other)
    forbidden = client.get(f"/admin/pages/{draft.pk}/apercu.pdf")

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
    assert (forbidden.status_code, forbidden["Location"]) == (302, "/admin/")
    assert b"secret" not in response.content + forbidden.content


def test_a_review_link_opens_its_draft_until_it_expires(
    client: Client, draft: models.AnnualReportPage, editor: models.User
) -> None:
    token = links.build_token(links.make_review(editor, draft, 7, "relecture"))
    opened = client.get(f"/relecture/{token}/rapport.pdf")
    closed = client.get("/relecture/autre/rapport.pdf")

    assert "Encore secret." in read(opened)
    assert opened["Cache-Control"] == "private, no-store"
    assert closed.status_code == 404
    assert b"secret" not in closed.content


def test_a_second_one_at_once_is_asked_to_wait(
    editing: Client, draft: models.AnnualReportPage
) -> None:
    with drafts.setting:
        response = editing.get(f"/admin/pages/{draft.pk}/apercu.pdf")

    assert response.status_code == 503
    assert response["Retry-After"]


def test_the_menu_of_a_report_offers_it(editing: Client, draft: models.AnnualReportPage) -> None:
    page = editing.get(f"/admin/pages/{draft.pk}/edit/")

    assert f"/admin/pages/{draft.pk}/apercu.pdf" in page.content.decode()
