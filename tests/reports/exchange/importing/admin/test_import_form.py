"""A document that is sent becomes a draft with an account of it, or nothing and a sentence."""

import io
import json
import zipfile
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import GroupPagePermission, PageLogEntry

from reports.content.models import AnnualReportPage, Picture, User
from reports.content.site_tree import report_index
from reports.exchange.importing.admin import views
from reports.exchange.importing.admin.log_action import IMPORTED
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.recognise import prose
from tests.reports.content.media.pictures import encode
from tests.reports.exchange.importing import word_files

TEXT = """# Rapport de la brigade

## Résultats

La brigade a planté **des** haies.

- 12 vergers suivis
- 340 arbres plantés
"""


def png(width: int, height: int) -> bytes:
    return encode(Image.new("RGB", (width, height)), "PNG")


def form_url() -> str:
    return reverse("bilan_import", args=[report_index().pk])


def upload(name: str, content: str | bytes) -> SimpleUploadedFile:
    data = content.encode() if isinstance(content, str) else content
    return SimpleUploadedFile(name, data)


def send(client: Client, *files: SimpleUploadedFile, **fields: Any) -> Any:
    data = {"documents": list(files), "year": 2031, **fields}
    return client.post(form_url(), data, follow=True)


def find_report(year: int = 2031) -> AnnualReportPage | None:
    return AnnualReportPage.objects.filter(year=year).first()


def draft_texts(year: int = 2031) -> str:
    page = find_report(year)
    assert page is not None
    return json.dumps(list(page.get_latest_revision_as_object().body.raw_data), ensure_ascii=False)


def html(response: Any) -> str:
    return response.content.decode().replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize("name", ["haies.md", "haies.docx"])
def test_a_draft_with_a_line_break_opens(editor: Client, name: str) -> None:
    content: str | bytes = "# Rapport\n\nPremière ligne,  \nseconde ligne.\n"
    if name.endswith("docx"):
        broken = "<w:r><w:t>Première ligne,</w:t><w:br/><w:t>seconde ligne.</w:t></w:r>"
        content = word_files.make_document(word_files.paragraph(broken))
    send(editor, upload(name, content))
    page = find_report()
    assert page is not None
    assert "ligne,<br/>" in draft_texts()
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_a_draft_of_an_earlier_release_opens(editor: Client) -> None:
    send(editor, upload("haies.md", TEXT))
    page = find_report()
    assert page is not None
    revision = page.get_latest_revision()
    body = revision.content["body"].replace("des</b>", "des</b><br><img><hr></i>", 1)
    assert body != revision.content["body"]
    revision.content["body"] = body
    revision.save()
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_markdown_becomes_a_draft_with_an_account(editor: Client, people: dict[str, User]) -> None:
    answer = send(editor, upload("haies.md", TEXT))
    page = find_report()
    assert page is not None
    assert answer.redirect_chain[0][0] == reverse("bilan_import_account", args=[page.pk])
    assert not page.live
    assert (page.title, page.owner) == ("Rapport de la brigade", people["redaction"])
    assert page.latest_revision.user == people["redaction"]
    shown = html(answer)
    assert "Tous les mots du document (17) sont dans le brouillon" in shown
    assert "Chiffres clés" in shown
    assert "2 chiffres" in shown
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in shown
    assert PageLogEntry.objects.get(page_id=page.pk, action=IMPORTED).data["files"] == ["haies.md"]
    history = html(editor.get(reverse("wagtailadmin_pages:history", args=[page.pk])))
    assert "Document importé : haies.md" in history


def test_a_web_page_and_a_word_document(editor: Client) -> None:
    page = "<html lang=fr><title>Haies</title><main><h2>Résultats</h2><p>Deux vergers.</p></main>"
    send(editor, upload("haies.html", page), year=2032)
    assert "Deux vergers." in draft_texts(2032)
    document = word_files.make_document(
        word_files.paragraph(word_files.run("Résultats"), style="Titre1"),
        word_files.paragraph(word_files.run("Trois vergers.")),
    )
    send(editor, upload("haies.docx", document), year=2033)
    assert "Trois vergers." in draft_texts(2033)


def test_what_the_file_does_not_say_is_given(editor: Client) -> None:
    text = "## Money\n\nWe spent $133,000 on **trees**.\n\n- $133,000 spent\n- 12 trees planted\n"
    send(editor, upload("a.md", text), title="Hedges 2031", language="en", currency="USD")
    page = find_report()
    assert page is not None
    assert (page.title, page.language, page.currency) == ("Hedges 2031", "en", "USD")


def test_the_title_that_is_given_takes_no_word_away(editor: Client) -> None:
    send(editor, upload("a.md", TEXT), title="Bilan 2031")
    page = find_report()
    assert page is not None
    assert (page.title, page.hero_title) == ("Bilan 2031", "Rapport de la brigade")


def test_pictures_and_notes_beside_the_report(editor: Client) -> None:
    text = "## Haies\n\nUne haie[^1].\n\n![Une haie](haie.png)\n"
    answer = send(
        editor,
        upload("a.md", text),
        upload("notes.md", "[^1]: Une rangée d’arbustes.\n"),
        upload("haie.png", png(4, 4)),
        upload("autre.png", png(5, 5)),
    )
    picture = Picture.objects.get()
    assert picture.description == "Une haie"
    assert f'"picture": {picture.pk}' in draft_texts() or f'"image": {picture.pk}' in draft_texts()
    assert "Une rangée d’arbustes." in draft_texts()
    assert "« autre.png » : le bilan ne cite pas ce fichier" in html(answer)


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 70_000_000)
    return file.getvalue()


def with_macros() -> bytes:
    return word_files.make_document(
        word_files.paragraph(word_files.run("Un.")), main_type=word_files.MACROS
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("bombe.docx", bomb(), "décompressé, ce document pèserait 70 Mo"),
        ("macros.docm", with_macros(), "ce document contient des macros"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"0" * 600, "protégé par un mot de passe"),
        ("a.docx", b"rien", "ce n’est pas un document Word"),
        ("grand.md", "## Un\n\n" + "mot " * 1_300_000, "5 Mo, c’est trop pour un bilan"),
        ("long.md", "## Un\n\n" + "mot " * 150_000, "caractères de texte, c’est trop"),
        ("a.md", b"\xff\xfe\x00\x01\x02", "a.md"),
        ("vide.md", b"", "Ce fichier est vide"),
        ("a.exe", b"MZ", "ce type de fichier ne s’importe pas"),
        ("a.png", png(4, 4), "Aucun de ces fichiers n’est un bilan"),
        ("a.md", "---\ntitle: Un\n---\n", "n’a pas de contenu"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 60 else "",
)
def test_bad_files_are_refused_at_the_field(
    editor: Client, name: str, content: str | bytes, sentence: str
) -> None:
    answer = send(editor, upload(name, content))
    assert answer.status_code == 200
    errors = answer.context["form"].errors
    assert list(errors) == ["documents"]
    assert sentence in str(errors["documents"]).replace("\u202f", " ").replace("&#x27;", "'")
    assert "--" not in str(errors["documents"])
    assert not AnnualReportPage.objects.exists()
    assert not PageLogEntry.objects.filter(action=IMPORTED).exists()


def test_two_files_of_one_name_and_too_many(editor: Client) -> None:
    answer = send(editor, upload("a.md", TEXT), upload("A.md", TEXT))
    assert "Deux de ces fichiers s’appellent" in html(answer)
    answer = send(editor, *(upload(f"{n}.md", TEXT) for n in range(61)))
    assert "61 fichiers, c’est trop" in html(answer)
    assert not AnnualReportPage.objects.exists()


def test_nothing_chosen_and_an_impossible_year(editor: Client) -> None:
    answer = send(editor, year=12)
    assert set(answer.context["form"].errors) == {"documents", "year"}


def test_nothing_of_it_runs(editor: Client) -> None:
    text = (
        '## Un\n\n<p onclick="alert(1)">Deux.</p>\n<script>alert(2)</script>\n\n'
        "[x](javascript:alert(3))\n"
    )
    answer = send(editor, upload("a.md", text))
    assert "alert" not in draft_texts()
    assert "retiré" in html(answer)


def test_an_existing_report_is_replaced_only_when_somebody_says_so(editor: Client) -> None:
    send(editor, upload("a.md", TEXT))
    page = find_report()
    assert page is not None
    known = page.latest_revision_id
    answer = send(editor, upload("b.md", "## Autre\n\nUn autre texte.\n"))
    assert "Il y a déjà un bilan 2031" in html(answer)
    assert f'name="replaces" value="{known}"' in html(answer)
    assert "Un autre texte" not in draft_texts()
    send(editor, upload("b.md", "## Autre\n\nUn autre texte.\n"), replaces=known)
    assert "Un autre texte" in draft_texts()
    assert page.revisions.filter(pk=known).exists()


def test_a_draft_that_changed_meanwhile_is_not_replaced(editor: Client) -> None:
    send(editor, upload("a.md", TEXT))
    page = find_report()
    assert page is not None
    known = page.latest_revision_id
    page.save_revision()
    answer = send(editor, upload("b.md", "## Autre\n\nUn autre texte.\n"), replaces=known)
    assert "Il y a déjà un bilan 2031" in html(answer)
    assert f'name="replaces" value="{find_report().latest_revision_id}"' in html(answer)  # type: ignore[union-attr]
    assert "Un autre texte" not in draft_texts()


def test_what_is_public_stays_when_its_draft_is_replaced(editor: Client) -> None:
    send(editor, upload("a.md", TEXT))
    page = find_report()
    assert page is not None
    page.latest_revision.publish()
    page.refresh_from_db()
    send(editor, upload("b.md", "## Autre\n\nUn autre.\n"), replaces=page.latest_revision_id)
    page.refresh_from_db()
    assert page.live
    assert page.has_unpublished_changes
    assert "haies" in str(page.body)
    assert "Un autre." not in str(page.body)
    assert "Un autre." in draft_texts()


def test_the_same_document_again_changes_nothing(editor: Client) -> None:
    send(editor, upload("a.md", TEXT))
    page = find_report()
    assert page is not None
    known = page.latest_revision_id
    answer = send(editor, upload("a.md", TEXT))
    assert "vient déjà de ce document" in html(answer)
    page.refresh_from_db()
    assert page.latest_revision_id == known


def test_words_that_would_be_lost_are_named_first(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prose, "recognise_quote", lambda element: Draft("quote", 1, {"text": ""}))
    text = "## Un\n\n> trois mots cités\n\nDeux.\n"
    answer = send(editor, upload("a.md", text))
    assert "3 mots de ce document seraient perdus." in html(answer)
    assert "ligne 3 : il manque « trois mots cités »" in html(answer)
    assert "--" not in str(answer.context["form"].errors)
    assert not AnnualReportPage.objects.exists()
    assert "3 mots" in html(send(editor, upload("a.md", text), accept_loss=2))
    assert "3 mots sur" in html(send(editor, upload("a.md", text), accept_loss=3))
    assert "Deux." in draft_texts()


def test_damaged_tags_are_asked_about(editor: Client) -> None:
    text = "<p>Un.</p>\n</div>\n\nDeux.\n"
    answer = send(editor, upload("a.md", text))
    assert "des balises abîmées laissent un doute" in html(answer)
    assert not AnnualReportPage.objects.exists()
    send(editor, upload("a.md", text), accept_loss=0)
    assert "Deux." in draft_texts()


def test_who_may_not_begin_reports_imports_none(people: dict[str, User], client: Client) -> None:
    group = Group.objects.create(name="Relecture")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    stranger = User.objects.create_user("relecture")
    stranger.groups.add(group)
    client.force_login(stranger)
    answer = send(client, upload("a.md", TEXT))
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_home")
    assert form_url() not in html(client.get(reverse("wagtailadmin_home")))
    assert not AnnualReportPage.objects.exists()


def test_who_may_only_add_replaces_nothing(editor: Client, people: dict[str, User]) -> None:
    send(editor, upload("a.md", TEXT))
    page = find_report()
    assert page is not None
    group = Group.objects.create(name="Apport")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    add = Permission.objects.get(codename="add_page")
    GroupPagePermission.objects.create(group=group, page=page.get_parent(), permission=add)
    newcomer = User.objects.create_user("apport")
    newcomer.groups.add(group)
    other = Client()
    other.force_login(newcomer)
    answer = send(other, upload("b.md", "## Autre\n\nUn.\n"), replaces=page.latest_revision_id)
    assert "vous ne pouvez pas le modifier" in html(answer)
    assert other.get(reverse("bilan_import_account", args=[page.pk])).status_code == 302
    assert "haies" in draft_texts()


def test_a_locked_report_is_not_replaced(editor: Client, people: dict[str, User]) -> None:
    send(editor, upload("a.md", TEXT))
    page = find_report()
    assert page is not None
    page.locked, page.locked_by = True, people["validation"]
    page.save()
    answer = send(editor, upload("b.md", "## Autre\n\nUn.\n"), replaces=page.latest_revision_id)
    assert "il est verrouillé" in html(answer)
    assert "haies" in draft_texts()


def test_without_a_token_nothing_is_imported(people: dict[str, User]) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people["redaction"])
    assert send(strict, upload("a.md", TEXT)).status_code == 403
    assert not AnnualReportPage.objects.exists()


def test_one_document_at_a_time(editor: Client) -> None:
    with views.ONE_AT_A_TIME:
        answer = send(editor, upload("a.md", TEXT))
    assert "réessayez dans un instant" in html(answer)
    send(editor, upload("a.md", TEXT))
    assert find_report() is not None


def test_where_it_begins(editor: Client) -> None:
    assert form_url() in html(editor.get(reverse("wagtailadmin_home")))
    assert form_url() in html(editor.get(reverse("wagtailadmin_explore", args=[report_index().pk])))


def test_a_report_that_was_not_imported_here_has_no_account(editor: Client) -> None:
    page = report_index().add_child(instance=AnnualReportPage(title="B", slug="2030", year=2030))
    assert editor.get(reverse("bilan_import_account", args=[page.pk])).status_code == 404
