"""What is here already stands in the way; it is replaced when asked to be, or never."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from reports import models
from reports.core.refusal import Refusal
from reports.exchange.archives.importing import import_archive
from reports.publishing.versions.withdrawal import withdraw_version
from tests.reports.exchange.archives.conftest import page_version, revise
from tests.reports.exchange.archives.databases import archive, count_rows
from tests.reports.exchange.archives.test_round_trip import assert_same_bytes
from tests.reports.exchange.archives.test_secrecy import hide
from tests.reports_graphql.bodies import block

pytestmark = pytest.mark.django_db

PARAGRAPH = block(7001, "paragraph", {"text": "<p>Autre.</p>"})


def refuse(folder: Path, replace: bool = True) -> str:
    """Return why an archive is refused, which changes nothing."""
    before = count_rows()
    with pytest.raises(Refusal) as refusal:
        import_archive(folder, replace)
    assert count_rows() == before
    return str(refusal.value)


def test_what_differs_is_listed_and_replaced_when_asked(
    folder: Path, report: models.AnnualReportPage, living: SimpleNamespace, tmp_path: Path
) -> None:
    models.Service.objects.update(mission="Autre chose")
    models.Picture.objects.update(credit="Autre")
    models.ReportDocument.objects.update(language="de")
    models.AnnualReportPage.objects.filter(pk=report.pk).update(seo_title="Autre")
    reasons = refuse(folder, replace=False).splitlines()
    assert reasons[0].endswith("ceci est déjà ici, et autrement.")
    assert reasons[-1] == "--replace le remplace."
    assert {reason.split(" « ")[0].strip() for reason in reasons[1:-1]} == {
        *("service", "image", "document", "le bilan 2024"),
    }
    assert "service « mano.beta » (mission)" in "".join(reasons)

    outcome = import_archive(folder, replace=True)

    assert outcome.status == "remplacé"
    assert len(outcome.replaced) == 4
    service = models.Service.objects.get(slug="mano.beta")
    assert (service.mission, service.latest_revision.content["mission"]) == ("", "")
    archive(models.AnnualReportPage.objects.get(pk=report.pk), tmp_path / "again")
    assert_same_bytes(folder, tmp_path / "again")


def test_a_picture_with_another_file_gets_the_archived_one(
    folder: Path,
    report: models.AnnualReportPage,
    living: SimpleNamespace,
    picture_bytes: bytes,
    tmp_path: Path,
    django_capture_on_commit_callbacks: Any,
) -> None:
    name = living.picture.file.name
    with django_capture_on_commit_callbacks(execute=True):
        living.picture.file.save("autre.png", ContentFile(picture_bytes))
    other = living.picture.file.name
    assert other != name
    with django_capture_on_commit_callbacks(execute=True):
        import_archive(folder, replace=True)

    picture = models.Picture.objects.get(pk=living.picture.pk)
    assert (picture.file.name, picture.width, picture.height) == (name, 600, 300)
    assert not default_storage.exists(other)
    shown = [*picture.renditions.values_list("file", flat=True), name]
    assert all(default_storage.exists(each) for each in shown)
    archive(models.AnnualReportPage.objects.get(pk=report.pk), tmp_path / "again")
    assert_same_bytes(folder, tmp_path / "again")


def test_an_archive_of_later_adds_its_versions(
    folder: Path, report: models.AnnualReportPage, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    revise(report, [*report.body.get_prep_value(), PARAGRAPH])
    report.refresh_from_db()
    archive(report, tmp_path / "later")
    request.getfixturevalue("elsewhere")()
    for name in ("2023", "2024"):
        import_archive(tmp_path / name)
    drafted = models.AnnualReportPage.objects.get(year=2024)
    drafted.title = "Un brouillon"
    draft = drafted.save_revision()

    outcome = import_archive(tmp_path / "later", replace=True)

    assert (outcome.status, outcome.versions) == ("remplacé", 1)
    page = models.AnnualReportPage.objects.get(year=2024)
    assert draft in page.revisions.all()
    archive(page, tmp_path / "again")
    assert_same_bytes(tmp_path / "later", tmp_path / "again")
    assert "va plus loin" in refuse(folder)


def test_nothing_replaces_a_version(folder: Path, report: models.AnnualReportPage) -> None:
    version = page_version(report, 2)
    models.ReportVersion.objects.filter(pk=version.pk).update(sha256="0" * 64)
    assert "la version 2 d’ici n’est pas celle de l’archive" in refuse(folder)


def test_nothing_replaces_a_correction(folder: Path, report: models.AnnualReportPage) -> None:
    found = models.Correction.objects.filter(version=page_version(report, 5))
    found.update(sentence="Autrement dit.")
    assert "corrections publiées ici sont autres" in refuse(folder)


def test_what_is_withdrawn_here_stays_withdrawn(
    folder: Path, report: models.AnnualReportPage
) -> None:
    withdraw_version(page_version(report, 1), "Vie privée.", None)
    import_archive(folder, replace=True)
    version = page_version(report, 1)
    assert version.withdrawn_at
    assert version.content is None


def test_what_is_withdrawn_there_is_withdrawn_here_first(
    folder: Path, report: models.AnnualReportPage, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    withdraw_version(page_version(report, 1), "Vie privée.", None)
    archive(report, tmp_path / "withdrawn")
    request.getfixturevalue("elsewhere")()
    import_archive(folder)
    assert "la version 1 est retirée dans l’archive" in refuse(tmp_path / "withdrawn")


def test_what_is_hidden_here_stays_hidden(
    folder: Path, report: models.AnnualReportPage, living: SimpleNamespace
) -> None:
    models.Service.objects.update(live=False)
    hide(living.picture)
    reasons = refuse(folder)
    assert "service « mano.beta » : n’est pas public ici" in reasons
    assert f"image « {living.picture.key} » : n’est pas public ici" in reasons
    assert not models.Service.objects.get().live


def test_a_page_with_the_same_key_stays(
    folder: Path, report: models.AnnualReportPage, elsewhere: Callable[[], None]
) -> None:
    key = report.translation_key
    elsewhere()
    import_archive(folder.with_name("2023"))
    models.AnnualReportPage.objects.update(translation_key=key)
    assert "est celui de la page « Bilan 2023 »" in refuse(folder)


def test_another_report_of_that_year_stays(folder: Path, elsewhere: Callable[[], None]) -> None:
    elsewhere()
    import_archive(folder)
    models.AnnualReportPage.objects.update(translation_key="11111111-1111-4111-8111-111111111111")
    assert "a ici un autre identifiant" in refuse(folder)


def test_ids_of_blocks_of_another_report_are_taken(
    folder: Path, elsewhere: Callable[[], None]
) -> None:
    elsewhere()
    import_archive(folder.with_name("2023"))
    other = models.AnnualReportPage.objects.get()
    revise(other, [block(3, "paragraph", {"text": "<p>Un.</p>"})])
    assert "identifiants de blocs" in refuse(folder)


def test_a_file_of_something_else_stays(
    folder: Path, elsewhere: Callable[[], None], living: SimpleNamespace
) -> None:
    name = living.document.file.name
    elsewhere()
    default_storage.save(name, ContentFile(b"%PDF-1.7 autre"))
    models.ReportDocument.objects.create(title="Autre", file=name)
    files = set(Path(default_storage.path("")).rglob("*"))
    assert "un autre fichier porte ce nom ici" in refuse(folder)
    assert {
        each for each in set(Path(default_storage.path("")).rglob("*")) - files if each.is_file()
    } == set()


def test_what_a_killed_import_left_in_part_is_written_again(
    folder: Path, elsewhere: Callable[[], None], living: SimpleNamespace
) -> None:
    name = living.document.file.name
    elsewhere()
    default_storage.save(name, ContentFile(b"%PD"))
    import_archive(folder)
    with default_storage.open(name) as file:
        assert file.read() == b"%PDF-1.7\n"


def test_a_failure_leaves_nothing(
    folder: Path, elsewhere: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere()
    before = count_rows()

    def fail(*given: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reports.exchange.archives.importing.store_acknowledgements", fail)
    with pytest.raises(KeyboardInterrupt):
        import_archive(folder)

    assert count_rows() == before
    assert [each for each in Path(default_storage.path("")).rglob("*") if each.is_file()] == []


def test_a_dry_run_leaves_nothing(
    folder: Path, elsewhere: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere()
    before = count_rows()
    call_command("import_archive", str(folder), "--dry-run")
    assert capsys.readouterr().out.startswith("Bilan 2024 : simulé, /bilan/2024/\n")
    assert count_rows() == before
    assert [each for each in Path(default_storage.path("")).rglob("*") if each.is_file()] == []
