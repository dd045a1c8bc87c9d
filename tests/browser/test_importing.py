"""The page that imports a document: a refusal keeps the files, an account leads to the draft."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from reports.content.models import AnnualReportPage
from tests.reports.exchange.importing import word_files

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def document() -> bytes:
    run, paragraph = word_files.run, word_files.paragraph
    return word_files.make_document(
        paragraph(run("Les haies du canton"), style="Titre2"),
        paragraph(run("La brigade a planté "), run("trois haies", "<w:b/>"), run(".")),
        paragraph(run("340 arbres plantés"), level=0),
        paragraph(run("12 vergers suivis"), level=0),
        word_files.table(["Verger", "Arbres"], ["Les Aulnes", "120"], ["Le Sorbier", "220"]),
        paragraph(run("Un secret.", "<w:vanish/>")),
    )


@pytest.fixture
def look(shots: Path) -> Callable[[Page, str], None]:
    """Look for faults of accessibility, and take a picture."""

    def take(page: Page, name: str) -> None:
        page.screenshot(path=shots / f"importing-{name}.png")
        faults = Axe().run(page, context="main", options=AXE).response["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []

    return take


# what is chosen -> what the page says of it
REFUSED: dict[str, tuple[bytes, str]] = {
    "bombe.docx": (
        word_files.make_document(word__media__a_bin=b"\0" * 70_000_000),
        "décompressé, ce document pèserait 70 Mo",
    ),
    "macros.docm": (
        word_files.make_document(main_type=word_files.MACROS),
        "ce document contient des macros. Enregistrez-le en .docx",
    ),
    "secret.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100, "protégé par un mot de passe"),
}


@pytest.mark.firefox
def test_what_cannot_be_read_is_refused_in_a_sentence_and_stays_chosen(
    report: AnnualReportPage, editor: Page
) -> None:
    editor.goto(reverse("bilan_import", args=[report.get_parent().pk]))
    files = editor.get_by_label("Fichiers")
    editor.get_by_label("Année du bilan").fill("2031")
    for name, (content, sentence) in REFUSED.items():
        files.set_input_files(
            [{"name": name, "mimeType": "application/octet-stream", "buffer": content}]
        )
        editor.get_by_role("button", name="Importer").click()
        expect(editor.locator(".error-message")).to_contain_text(f"{name}")
        expect(editor.locator(".error-message")).to_contain_text(sentence)
        assert files.evaluate("one => one.files[0].name") == name
    assert not AnnualReportPage.objects.filter(year=2031).exists()


def test_a_document_becomes_a_draft(
    report: AnnualReportPage, editor: Page, look: Callable[[Page, str], None]
) -> None:
    editor.goto(reverse("bilan_import", args=[report.get_parent().pk]))
    files = editor.get_by_label("Fichiers")
    files.set_input_files(
        [{"name": "haies.docx", "mimeType": "application/octet-stream", "buffer": document()}]
    )
    editor.get_by_label("Année du bilan").fill("2024")
    look(editor, "form")
    editor.get_by_role("button", name="Importer").click()
    expect(editor.locator(".error-message")).to_contain_text("Il y a déjà un bilan 2024")
    assert files.evaluate("one => one.files[0].name") == "haies.docx"
    expect(editor.get_by_label("Remplacer le brouillon du bilan 2024")).to_be_focused()
    look(editor, "existing")

    editor.get_by_label("Année du bilan").fill("2031")
    editor.get_by_role("button", name="Importer").click()
    expect(editor.get_by_text(re.compile("Tous les mots du document"))).to_be_visible()
    expect(editor.get_by_text("texte masqué laissé de côté")).to_be_visible()
    editor.get_by_text("Un par un, et pourquoi").click()
    table = editor.get_by_role("listitem").filter(has_text="Tableau : 2 lignes")
    expect(table).to_contain_text("Rien n’y prouve des indicateurs, un financement ou un budget.")
    look(editor, "account")
    account = editor.url
    table.get_by_role("link", name="Lire comme…").click()
    expect(editor.get_by_role("dialog").get_by_role("status")).to_contain_text("Tableau.")
    editor.goto(account)
    editor.get_by_role("link", name="Ouvrir le brouillon").click()
    expect(editor.get_by_label("Titre*", exact=True).first).to_be_visible()
    made = AnnualReportPage.objects.get(year=2031)
    assert f"/pages/{made.pk}/edit/" in editor.url
