"""A service without the extras of the package writes, publishes and answers; checks name them."""

import json
import os
import sqlite3
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from cms.operations.extra_checks import LACKS, build_message, check_extras
from cms.settings import extras
from cms.settings.extras import EXTRAS, MODULES, require_extra

ROOT = Path(__file__).resolve().parents[3]


def test_the_suite_has_all_of_them_and_checks_say_nothing() -> None:
    named = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert set(LACKS) == set(MODULES) == set(EXTRAS)
    assert named["all"] == [f"bilan[{','.join(MODULES)}]"]
    assert set(MODULES) < set(named)
    assert check_extras() == []


@pytest.mark.parametrize(("extra", "variable"), [("oidc", "OIDC_ISSUER"), ("data", "")])
def test_one_that_a_variable_demands_is_an_error(extra: str, variable: str, settings: Any) -> None:
    assert build_message(extra).id == f"cms.I{LACKS[extra][0]:03}"
    if variable:
        setattr(settings, variable, "https://service.example")
        assert build_message(extra).id == f"cms.E{LACKS[extra][0]:03}"


@pytest.mark.parametrize(("extra", "variable"), [("s3", "S3_BUCKET"), ("postgres", "DATABASE_URL")])
def test_one_without_which_nothing_starts_is_refused(
    extra: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    require_extra(extra, variable)
    monkeypatch.setattr(extras, "EXTRAS", ())
    with pytest.raises(ImproperlyConfigured, match=rf"{variable} needs .*bilan\[{extra}\]"):
        require_extra(extra, variable)


@pytest.mark.django_db
def test_a_report_is_written_published_and_asked_for_without_any(tmp_path: Path) -> None:
    file = tmp_path / "bilan.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(file) as copy:
        connection.connection.backup(copy)
    variables = {"DATABASE_URL": f"sqlite:///{file}", "CACHE_URL": "", "APPS_LEFT_OUT": ""}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.cms.operations.least_service"],
        cwd=settings.ROOT,
        env=os.environ | variables | {"DJANGO_SETTINGS_MODULE": "cms.settings.test"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    told = json.loads(done.stdout)

    assert set(told["checks"]) == {f"cms.I{number:03}" for number, _ in LACKS.values()}
    assert "l’extra «\xa0pdf\xa0»" in told["checks"]["cms.I041"]
    assert told["absent"] == []
    report = told["answer"]["data"]["report"]
    blocks = [{"__typename": "ParagraphBlock"}, {"__typename": "ChartBlock", "svg": None}]
    assert report == {"title": "Bilan 2024", "pdf": None, "body": blocks}
    assert told["status"] == 200
    assert "Nous avons aidé" in told["page"]
    assert "donnees.csv" in told["page"]
    assert "donnees.ods" not in told["page"]
    assert (told["workbook"], told["draft"]) == (404, 404)
    assert "Aperçu PDF" not in told["edited"]
    assert "Coller un document" not in told["edited"]
