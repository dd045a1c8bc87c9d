"""Reports that are exported, imported and exported again."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from wagtail.models import Page, Site

from reports import models
from reports.exchange.importing.importer import Request, run_import
from reports.exchange.importing.outcome import Outcome
from tests.reports.publishing.answering import publish_answered


@pytest.fixture
def export(tmp_path, capsys):
    """Exports a year into a folder of this name; returns the folder."""

    def run(year: int, name: str = "export", **options: Any) -> Path:
        folder = tmp_path / name
        call_command("export_report", year, to="markdown", output=folder, **options)
        return folder

    return run


@pytest.fixture
def import_folder():
    """Imports an exported folder in the place of the report, and publishes it."""

    def run(folder: Path, year: int, **options: Any) -> Outcome:
        given = {"publish": True, "replace": True, "acknowledge": "Essai", "reason": "Essai."}
        request = Request(
            next(folder.glob("*.md")), assets=folder, year=year, **{**given, **options}
        )
        return run_import(request)

    return run


@pytest.fixture
def index(db: None) -> models.ReportIndexPage:
    home = Page.get_first_root_node().add_child(instance=models.HomePage(title="Accueil", slug="h"))
    Site.objects.update(root_page=home)
    Site.clear_site_root_paths_cache()
    return home.add_child(instance=models.ReportIndexPage(title="Bilans", slug="bilan"))


@pytest.fixture
def page(index: models.ReportIndexPage) -> models.AnnualReportPage:
    report = models.AnnualReportPage(title="Bilan 2024", slug="2024", year=2024, live=False)
    return index.add_child(instance=report)


@pytest.fixture
def publish(page: models.AnnualReportPage):
    """Publishes the report of 2024 with a body in stored form and fields of the page."""

    def run(*body: Any, **fields: Any) -> None:
        draft = models.AnnualReportPage.objects.get(pk=page.pk)
        draft.body = json.dumps(list(body))
        for name, value in fields.items():
            setattr(draft, name, value)
        publish_answered(draft.save_revision(clean=False))

    return run


@pytest.fixture
def records(db: None, picture_bytes: bytes) -> dict[str, Any]:
    """One public record of each kind that a body refers to."""
    picture = models.Picture(title="Carte", description="Une carte", width=1, height=1)
    picture.file.save("carte.png", ContentFile(picture_bytes), save=False)
    picture._set_image_file_metadata()
    picture.save()
    document = models.ReportDocument(title="Bilan")
    document.file.save("bilan.csv", ContentFile(b"a;b\n1;2\n"), save=False)
    document._set_document_file_metadata()
    document.save()
    incubator = models.Incubator.objects.create(name="La Fabrique", slug="fabrique")
    return {
        "picture": picture,
        "document": document,
        "incubator": incubator,
        "service": models.Service.objects.create(name="Mano", slug="mano", incubator=incubator),
        "term": models.Term.objects.create(name="ETP", slug="etp"),
        "funding_round": models.FundingRound.objects.create(name="2024", slug="2024", year=2024),
        "indicator": models.Indicator.objects.create(name="Agents", code="agents"),
    }


def read_folder(folder: Path) -> dict[str, bytes]:
    """The content of every file below a folder, by its path in it."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def paragraph(text: str, id: str = "11111111-1111-4111-8111-111111111111") -> dict[str, Any]:
    return {"type": "paragraph", "id": id, "value": {"text": f"<p>{text}</p>"}}
