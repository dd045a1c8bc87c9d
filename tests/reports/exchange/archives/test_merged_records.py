"""An archive names the record that stays; one of before a merge is not imported over it."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from reports import models
from reports.content.records.merging import merge_records, undo_merge
from reports.core.refusal import Refusal
from reports.exchange.archives.importing import import_archive
from tests.reports.exchange.archives.databases import archive
from tests.reports.exchange.archives.test_round_trip import ask_all, list_files

pytestmark = pytest.mark.django_db


@pytest.fixture
def survivors(living: SimpleNamespace) -> list[tuple[models.Service, models.Service]]:
    """Records that reports refer to, each with one that it may be merged into."""
    return [
        (living.service, models.Service.objects.create(name="Mano bis", slug="mano-bis")),
        (living.incubator, models.Incubator.objects.create(name="Atelier", slug="atelier")),
        (living.indicator, models.Indicator.objects.create(name="Lancés bis", code="lances-bis")),
    ]


def read_texts(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in list_files(folder)}


def test_an_archive_after_a_merge_and_after_it_is_undone(
    report: models.AnnualReportPage,
    survivors: list[tuple[models.Service, models.Service]],
    tmp_path: Path,
) -> None:
    user = models.User.objects.create_superuser("dominique")
    archive(report, tmp_path / "before")
    for merged, survivor in survivors:
        merge_records(merged, survivor, user)
    archive(report, tmp_path / "after")
    after = read_texts(tmp_path / "after")
    records = b"".join(text for name, text in after.items() if "record" in name)

    for kept in (b"mano-bis", b"atelier", b"lances-bis"):
        assert kept in records
    for gone in (b'"mano.beta"', b'"fabrique"', b'"lances"'):
        assert gone not in records
    for merged, _ in survivors:
        merged.refresh_from_db()
        undo_merge(merged, user)
    archive(report, tmp_path / "undone")
    before = read_texts(tmp_path / "before")
    undone = read_texts(tmp_path / "undone")
    differing = {name for name in before if before[name] != undone[name]}
    assert before.keys() == undone.keys()
    assert not {name for name in differing if not name.startswith(("bag-info", "tagmanifest"))}


def test_an_archive_of_merged_records_gives_the_same_answers_elsewhere(
    report: models.AnnualReportPage,
    survivors: list[tuple[models.Service, models.Service]],
    tmp_path: Path,
) -> None:
    user = models.User.objects.create_superuser("dominique")
    for merged, survivor in survivors:
        merge_records(merged, survivor, user)
    archive(report, tmp_path / "after")
    before = ask_all()
    import_archive(tmp_path / "after", replace=True)
    assert ask_all() == before


def test_an_archive_of_before_is_refused_in_words(
    report: models.AnnualReportPage,
    survivors: list[tuple[models.Service, models.Service]],
    tmp_path: Path,
) -> None:
    user = models.User.objects.create_superuser("dominique")
    archive(report, tmp_path / "before")
    merge_records(*survivors[0], user)

    with pytest.raises(Refusal, match="est ici fusionné dans « Mano bis » ; défaites d’abord"):
        import_archive(tmp_path / "before", replace=True)
