"""Whatever is wrong with an archive, it is refused whole, before anything is written."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from reports.core.refusal import Refusal
from reports.exchange.archives import form
from reports.exchange.archives.importing import import_archive
from tests.reports.exchange.archives.damage import Damage
from tests.reports.exchange.archives.databases import read_database, read_media
from tests.reports.exchange.archives.hostile import DAMAGED, FORGED
from tests.reports.exchange.archives.strange import STRANGE_BAGS, STRANGE_VALUES

pytestmark = pytest.mark.django_db
CASES = DAMAGED | FORGED | STRANGE_BAGS | STRANGE_VALUES
PLACE = re.compile(r"[^ ]+ : ")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the archive is kept that all cases damage a copy of."""
    return tmp_path_factory.mktemp("archives") / "kept"


@pytest.fixture
def copy(
    kept: Path, tmp_path: Path, request: pytest.FixtureRequest, settings: Any, db: None
) -> Path:
    """A copy of an archive, in a service that has nothing of it and no file."""
    if not kept.exists():
        shutil.copytree(request.getfixturevalue("folder"), kept)
        request.getfixturevalue("elsewhere")()
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "original_images").mkdir()
    (settings.MEDIA_ROOT / "original_images" / "autre.png").write_bytes("d’ici".encode())
    return Path(shutil.copytree(kept, tmp_path / "copy"))


@pytest.mark.parametrize(("damage", "answer"), CASES.values(), ids=CASES)
def test_it_is_refused_and_leaves_all_as_it_was(copy: Path, damage: Damage, answer: str) -> None:
    damage(copy)
    before = read_database(), read_media()

    with pytest.raises(Refusal) as refusal:
        import_archive(copy, replace=True)

    assert answer in str(refusal.value)
    assert PLACE.match(str(refusal.value))
    assert (read_database(), read_media()) == before


def test_an_archive_as_it_was_is_accepted(copy: Path) -> None:
    assert import_archive(copy).status == "créé"


@pytest.mark.parametrize(
    ("name", "value", "answer"),
    [
        ("MAX_FILES", 5, "plus de 5 fichiers"),
        ("MAX_JSON_BYTES", 500, "au plus 500"),
        ("MAX_DOCUMENT_SIZES", 0, "data : "),
    ],
)
def test_limits(
    copy: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: int, answer: str
) -> None:
    monkeypatch.setattr(form, name, value)
    monkeypatch.setattr("reports.exchange.archives.bag.MAX_FILES", form.MAX_FILES)
    with pytest.raises(Refusal, match=answer):
        import_archive(copy)


@pytest.mark.parametrize("limit", ["WAGTAILIMAGES_MAX_UPLOAD_SIZE", "WAGTAILDOCS_MAX_UPLOAD_SIZE"])
def test_limits_of_uploads(copy: Path, settings: Any, limit: str) -> None:
    setattr(settings, limit, 8)
    with pytest.raises(Refusal, match="au plus"):
        import_archive(copy)
