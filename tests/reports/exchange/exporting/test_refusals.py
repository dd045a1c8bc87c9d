"""What is not exported, what an export does not name, and folders that stay as they were."""

import errno
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError
from wagtail.models import PageViewRestriction

from reports.content.models import AnnualReportPage
from reports.exchange.exporting.formats import load_formats
from reports.publishing.models import ReportVersion
from reports.publishing.versions.withdrawal import withdraw_version
from tests.reports.exchange.exporting.conftest import paragraph, read_folder

pytestmark = pytest.mark.django_db


def refused(export, *args, **options) -> str:
    with pytest.raises(CommandError) as caught:
        export(*args, **options)
    return str(caught.value)


def test_a_year_without_a_public_report_is_refused(export, page):
    assert "pas de bilan 2031 que le public puisse lire" in refused(export, 2031)
    assert "un brouillon ne s’exporte pas" in refused(export, 2024)


def test_a_private_report_is_refused(export, publish, page):
    publish(paragraph("Mots."))
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "que le public puisse lire" in refused(export, 2024)


def test_a_draft_leaves_nothing(export, publish, page):
    publish(paragraph("Mots publics."))
    draft = AnnualReportPage.objects.get(pk=page.pk)
    draft.body = [("paragraph", {"text": "<p>Secret.</p>"})]
    draft.save_revision(clean=False)
    text = (export(2024) / "2024.md").read_text()
    assert "Mots publics." in text
    assert "Secret" not in text


def test_versions_are_exported_as_they_were(export, publish):
    publish(paragraph("Un."), title="Premier")
    publish(paragraph("Deux."), title="Second")
    first, second = export(2024, "first", number=1), export(2024, "second", number=2)
    assert "title: Premier" in (first / "2024.md").read_text()
    assert "Un." in (first / "2024.md").read_text()
    assert read_folder(second) == read_folder(export(2024, "today"))
    assert refused(export, 2024, "third", number=3) == "Le bilan 2024 n’a pas de version 3."


def test_a_withdrawn_version_is_refused(export, publish):
    publish(paragraph("Un."))
    publish(paragraph("Deux."))
    first = ReportVersion.objects.get(number=1)
    withdraw_version(first, "Vie privée.", get_user_model().objects.create(username="a"))
    message = refused(export, 2024, number=1)
    assert message.startswith("La version 1 du bilan 2024 a été retirée le ")


def lines(service) -> dict:
    value = {"name": "Mano", "service": service.pk, "reference_name": "Mano"}
    items = [{"type": "item", "id": "i", "value": value}]
    return {"type": "service_lines", "id": "s", "value": {"services": items}}


def test_what_is_hidden_is_not_named(export, publish, records):
    """A record that was hidden after the publication is named by no version either."""
    service = records["service"]
    publish(lines(service))
    assert '"mano"' in (export(2024, "before") / "2024.md").read_text()
    service.live = False
    service.save()
    for name, options in {"today": {}, "version": {"number": 1}}.items():
        text = (export(2024, name, **options) / "2024.md").read_text()
        assert "Mano" in text
        assert '"mano"' not in text


def test_hidden_files_and_pages_are_not_named(export, publish, records, index):
    other = index.add_child(
        instance=AnnualReportPage(title="Bilan 2023", slug="2023", year=2023, live=True)
    )
    document = records["document"]
    links = (
        f'<a linktype="page" id="{other.pk}">la page</a>, '
        f'<a linktype="document" id="{document.pk}">le fichier</a>'
    )
    publish(paragraph(links), introduction=f"<p>{links}</p>", source_document=document)
    folder = export(2024, "before")
    assert "/bilan/2023/" in (folder / "2024.md").read_text()
    assert len(read_folder(folder)) == 2
    AnnualReportPage.objects.filter(pk=other.pk).update(live=False)
    document.delete()
    for name, options in {"today": {}, "version": {"number": 1}}.items():
        folder = export(2024, name, **options)
        text = (folder / "2024.md").read_text()
        assert "la page" in text
        assert "/bilan/2023/" not in text


def test_a_folder_that_is_not_empty_is_refused(export, publish, tmp_path):
    publish(paragraph("Mots."))
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "notes.txt").write_text("à moi")
    assert "n’est pas vide ; --replace" in refused(export, 2024)
    assert "contient autre chose qu’un export" in refused(export, 2024, replace=True)
    assert read_folder(folder) == {"notes.txt": "à moi".encode()}


def test_an_export_replaces_an_export(export, publish):
    publish(paragraph("Un."))
    export(2024)
    publish(paragraph("Deux."))
    assert "n’est pas vide" in refused(export, 2024)
    folder = export(2024, replace=True)
    assert "Deux." in (folder / "2024.md").read_text()
    assert [path.name for path in folder.parent.iterdir()] == ["export"]


def test_an_empty_folder_is_taken(export, publish, tmp_path):
    publish(paragraph("Mots."))
    (tmp_path / "export").mkdir()
    assert (export(2024) / "2024.md").is_file()


@pytest.mark.parametrize("place", ["file", "missing/export"])
def test_a_place_that_is_no_folder_is_refused(export, publish, tmp_path, place):
    publish(paragraph("Mots."))
    (tmp_path / "file").write_text("x")
    assert "dossier" in refused(export, 2024, place)


@pytest.mark.parametrize("has_export", [False, True])
def test_a_full_disk_leaves_the_folder_as_it_was(
    export, publish, tmp_path, monkeypatch, has_export
):
    publish(paragraph("Un."))
    before = read_folder(export(2024)) if has_export else {}
    publish(paragraph("Deux."))

    def fail(self, *args, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", fail)
    assert "rien n’a été changé" in refused(export, 2024, replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["export"] * has_export
    assert read_folder(tmp_path / "export") == before


def test_a_rename_that_fails_brings_the_folder_back(export, publish, tmp_path, monkeypatch):
    publish(paragraph("Un."))
    before = read_folder(export(2024))
    rename = Path.replace

    def fail_once(self, target):
        if self.name != "export" and Path(target).name == "export" and (self / "2024.md").exists():
            monkeypatch.setattr(Path, "replace", rename)
            raise OSError(errno.EIO, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    assert "rien n’a été changé" in refused(export, 2024, replace=True)
    assert read_folder(tmp_path / "export") == before
    assert [path.name for path in tmp_path.iterdir()] == ["export"]


def test_formats_are_found_by_their_names():
    assert "markdown" in load_formats()
