"""A database of an earlier release is migrated, and nobody notices."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .database import RELEASES, answers, restore

ROOT = RELEASES.parents[1]
DUMPS = [
    (folder.name, name)
    for folder in sorted(RELEASES.iterdir())
    if folder.is_dir() and folder.name[0].isdigit()
    for name in ("demo", "filled")
]

# Documents that are no longer answered as they were, by their beginning, and why.
RENEWED = {
    "query Service(": "mentions have replaced appearances; addresses that are not known are null",
}


def upgrade(recorded: Path, url: str, media: Path) -> dict[str, Any]:
    """Upgrade a restored database in a process of its own; return what that printed."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.upgrades.upgrade", str(recorded)],
        cwd=ROOT,
        env={
            **os.environ,
            "DATABASE_URL": url,
            "MEDIA_ROOT": str(media),
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'graphql'}",
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def renew_passages(answer: Any) -> Any:
    """Return an answer as it is today: two numbers that go down are a passage, and no range."""
    if isinstance(answer, list):
        return [renew_passages(each) for each in answer]
    if not isinstance(answer, dict):
        return answer
    renewed = {name: renew_passages(value) for name, value in answer.items()}
    if answer.get("qualifier") == "RANGE" and answer["raw"] == "de 3 à 1 mois":
        renewed["qualifier"] = "FROM_TO"
    return renewed


def without_link_kinds(answer: Any) -> Any:
    """Return an answer as it was when links in HTML did not say their kind."""
    return json.loads(re.sub(r' data-kind=\\"[a-z]+\\"', "", json.dumps(answer)))


@pytest.mark.django_db
@pytest.mark.parametrize(("release", "name"), DUMPS)
def test_an_earlier_database_is_upgraded(release, name, tmp_path, record_property):
    recorded = tmp_path / "answers.json"
    recorded.write_bytes(answers(release, name))
    with restore(release, name, tmp_path) as url:
        upgraded = upgrade(recorded, url, tmp_path)

    before, opened = upgraded["before"], upgraded["opened"]
    assert upgraded["after"] == before
    assert len(before) > 50
    rows = json.loads(recorded.read_text())
    for then, today in zip(rows, upgraded["answers"], strict=True):
        if not any(beginning in then["document"] for beginning in RENEWED):
            renewed = renew_passages(then["data"])
            assert without_link_kinds(today["data"]) == renewed, then["with"]
    assert len(upgraded["versions"]) >= 2
    for each in upgraded["versions"]:
        assert each["first"] == each["today"]
    assert opened["pages"] >= 6
    assert opened["saved"] == (4 if name == "filled" else 0)
    record_property("counted", f"{name} of {release}: {len(before)} stored texts, opened {opened}")
