"""A release is filled, approved and shown to the press in Chromium; at its hour it is public."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page, expect

from reports.content.models import AnnualReportPage, Service
from reports.publishing.models import PreviewLink, Release
from reports.publishing.previews.links import build_token

from .test_corrections import find_violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_report_and_a_record_become_public_together(
    editor: Page, report: AnnualReportPage
) -> None:
    service = Service.objects.create(slug="mano", name="Mano")
    service.name = "Mano 2"
    service.save_revision()
    draft = report.get_latest_revision_as_object()
    draft.hero_title = "Sous embargo"
    draft.save_revision(clean=False)
    hour = timezone.localtime() + datetime.timedelta(days=1)

    editor.goto("/admin/releases/new/")
    editor.locator("[name=name]").fill("Sortie du bilan")
    editor.locator("[name=goes_public_at]").fill(f"{hour:%d/%m/%Y %H:%M}")
    editor.keyboard.press("Tab")
    editor.get_by_role("button", name="Créer").click()
    expect(editor.get_by_text("Cette publication ne contient rien.")).to_be_visible()
    editor.reload()  # without the message, which fades in
    assert find_violations(editor) == []
    editor.get_by_label("Bilan annuel : ").check()
    editor.get_by_label("Service : Mano 2").check()
    editor.get_by_label("Ancienne adresse").fill("/chiffres")
    editor.get_by_label("Autre adresse").fill("/bilan/2024/")
    editor.get_by_role("button", name="Enregistrer le contenu").click()
    editor.get_by_role("link", name="Dire ce qui change").click()
    editor.get_by_role("button", name="Garder mes réponses").click()
    editor.get_by_role("button", name="Créer un lien pour la presse").click()
    expect(editor.get_by_text("Publication groupée « Sortie du bilan »")).to_be_visible()
    release = Release.objects.get()
    editor.goto(f"/admin/bilan/publications/{release.pk}/")
    editor.get_by_role("button", name="Approuver pour cette heure").click()
    expect(editor.locator(".messages .success")).to_contain_text("paraîtra à l’heure dite")
    editor.reload()
    assert find_violations(editor) == []

    token = build_token(PreviewLink.objects.get())
    editor.goto(f"/relecture/{token}/")
    expect(editor.get_by_text("sous embargo : Sortie du bilan")).to_be_visible()
    expect(editor.get_by_role("heading", name="Sous embargo")).to_be_visible()
    assert find_violations(editor) == []
    editor.goto("/bilan/2024/")
    expect(editor.get_by_role("heading", name="Sous embargo")).to_have_count(0)

    Release.objects.update(goes_public_at=timezone.now())
    call_command("publish_scheduled")
    editor.goto("/chiffres")
    expect(editor.get_by_role("heading", name="Sous embargo")).to_be_visible()
    assert editor.goto("/services/mano/").ok  # type: ignore[union-attr]
    expect(editor.get_by_role("heading", name="Mano 2")).to_be_visible()
