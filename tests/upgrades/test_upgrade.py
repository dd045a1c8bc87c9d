"""A database of an earlier release is migrated, and nobody notices."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .database import RELEASES, answers, restore

ROOT = RELEASES.parents[1]
DUMPS = [
    (folder.name, name)
    for folder in sorted(RELEASES.iterdir())
    if folder.is_dir() and folder.name[0].isdigit()
    for name in ("demo", "filled")
]


def run(*command: str, url: str, media: Path) -> str:
    """Run Python on the restored database in a process of its own and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *command],
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
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


@pytest.mark.django_db
@pytest.mark.parametrize(("release", "name"), DUMPS)
def test_an_earlier_database_is_upgraded(release, name, tmp_path, record_property):
    here = RELEASES.relative_to(ROOT)
    recorded = tmp_path / "answers.json"
    recorded.write_bytes(answers(release, name))
    with restore(release, name, tmp_path) as url:
        at = {"url": url, "media": tmp_path}
        before = json.loads(run(f"{here}/stored.py", **at))
        run("manage.py", "migrate", "-v", "0", **at)

        after = json.loads(run(f"{here}/stored.py", **at))
        assert after == before
        assert len(before) > 50

        now = json.loads(run(f"{here}/answers.py", str(recorded), **at))
        for then, today in zip(json.loads(recorded.read_text()), now, strict=True):
            assert today["data"] == then["data"], then["with"]

        for command in ("rebuild_observations", "rebuild_search"):
            run("manage.py", command, "--check", **at)
        opened = json.loads(run(f"{here}/editor.py", **at))
        assert opened["pages"] >= 6
    record_property("counted", f"{name} of {release}: {len(before)} stored texts, opened {opened}")
