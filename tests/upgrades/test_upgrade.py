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


def upgrade(url: str, media: Path) -> dict[str, Any]:
    """Upgrade a restored database in a process of its own; return what that printed."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.upgrades.upgrade"],
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


# What says where something is, or how it is understood, and no word that an editor wrote.
BESIDE = {"cursor", "id", "qualifier", "startCursor", "endCursor", "__typename"}
KIND = re.compile(r' data-kind="[a-z]+"')
# Figures that 0.1.0 printed otherwise than they were typed, and how they are printed now.
AS_TYPED = {
    "×16": "x16",
    "+18\xa0points": "+18\xa0pts",
    "500\u202f000\xa0€": "500\u202f000\xa0euros",
    "770\u202f000\xa0€": "770\u202f000\xa0euros",
    "30\xa0k€": "30\xa0K€",
    "Plus de\xa01\xa0million": "Plus d’un million",
}
PRINTED = re.compile(r"<text[^>]*>([^<]*)</text>")  # a drawing may be made anew, its words stay


def collect_words(answer: Any) -> set[str]:
    """Return the texts, figures and addresses of an answer, wherever they stand in it."""
    if isinstance(answer, str) and answer.startswith("<svg"):
        return {f"drawn: {words}" for words in PRINTED.findall(answer)}
    if isinstance(answer, str):
        return {KIND.sub("", answer)} - {""}
    if isinstance(answer, list):
        return set().union(*map(collect_words, answer))
    if isinstance(answer, dict):
        kept = (value for name, value in answer.items() if name not in BESIDE)
        return set().union(*map(collect_words, kept))
    return set()


@pytest.mark.django_db
@pytest.mark.parametrize(("release", "name"), DUMPS)
def test_an_earlier_database_is_upgraded(release, name, tmp_path, record_property):
    with restore(release, name, tmp_path) as url:
        upgraded = upgrade(url, tmp_path)

    before, opened = upgraded["before"], upgraded["opened"]
    assert upgraded["after"] == before
    assert len(before) > 50
    rows = json.loads(answers(release, name))
    said_today = collect_words([row["data"] for row in upgraded["answers"]])
    said_then = collect_words([row["data"] for row in rows])
    assert len(said_then) > 500
    otherwise = said_then - said_today
    assert {AS_TYPED.get(each, each) for each in otherwise} - said_today == set()
    assert len(upgraded["versions"]) >= 2
    for each in upgraded["versions"]:
        assert each["first"] == each["today"]
    assert opened["pages"] >= 6
    assert opened["saved"] == (4 if name == "filled" else 0)
    record_property("counted", f"{name} of {release}: {len(before)} stored texts, opened {opened}")
