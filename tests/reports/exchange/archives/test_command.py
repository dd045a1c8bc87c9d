"""The commands: `export_report --to archive`, and `import_archive`."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from reports import models

pytestmark = pytest.mark.django_db


def export(folder: Path, year: int = 2024, **options: Any) -> None:
    call_command("export_report", year, to="archive", output=folder, **options)


def test_an_export_is_imported(
    folder: Path, report: models.AnnualReportPage, tmp_path: Path, capsys: Any
) -> None:
    export(tmp_path / "out")
    assert (tmp_path / "out" / "manifest-sha256.txt").read_bytes() == (
        folder / "manifest-sha256.txt"
    ).read_bytes()
    call_command("import_archive", str(tmp_path / "out"))
    assert capsys.readouterr().out.endswith("Bilan 2024 : inchangé, /bilan/2024/\n")


def test_an_export_takes_the_place_of_one_alone(
    report: models.AnnualReportPage, tmp_path: Path
) -> None:
    export(tmp_path / "out")
    (tmp_path / "out" / "data" / "x").write_text("Bonjour")
    export(tmp_path / "out", replace=True)
    assert not (tmp_path / "out" / "data" / "x").exists()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x").write_text("Bonjour")
    with pytest.raises(CommandError, match="autre chose"):
        export(tmp_path / "other", replace=True)


def test_an_export_that_fails_leaves_nothing(
    report: models.AnnualReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", fail)
    with pytest.raises(CommandError, match="n’a pas pu être écrit"):
        export(tmp_path / "out")
    assert [each.name for each in tmp_path.iterdir() if "out" in each.name] == []


@pytest.mark.parametrize(
    ("year", "options", "answer"),
    [
        (1999, {}, "Il n’y a pas de bilan 1999"),
        (2024, {"number": 2}, "retirez --version"),
    ],
)
def test_what_is_not_exported(
    report: models.AnnualReportPage, tmp_path: Path, year: int, options: Any, answer: str
) -> None:
    with pytest.raises(CommandError, match=answer):
        export(tmp_path / "out", year, **options)
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_gone_is_named(report: models.AnnualReportPage, tmp_path: Path) -> None:
    picture = models.Picture.objects.get()
    Path(picture.file.path).unlink()
    with pytest.raises(CommandError, match="check_media"):
        export(tmp_path / "out")


def test_a_refusal_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="ce dossier n’existe pas"):
        call_command("import_archive", str(tmp_path / "nowhere"))
