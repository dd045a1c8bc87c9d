"""Every page is valid HTML: https://validator.github.io/validator/, on this machine."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest
from django.test import Client
from wagtail.models import Collection, Page

from reports.content.models import AnnualReportPage, Picture

from ..browser.site import built

pytestmark = [pytest.mark.validator, pytest.mark.django_db]

# The DSFR writes it so, for readers that do not know the element.
UNNECESSARY = "The “figure” role is unnecessary for element “figure”."

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


@pytest.fixture
def vnu() -> list[str]:
    """The command of the validator: skipped where it is absent, demanded in CI."""
    if not (JAR.exists() and which("java")):
        message = "the validator is missing: make html"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    return ["java", "-jar", str(JAR), "--exit-zero-always", "--format", "json"]


def test_every_page_is_valid_html(
    vnu: list[str],
    client: Client,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    assert Page.objects.exists()
    assert Collection.objects.exists()
    pages = built()
    for number, path in enumerate(pages):
        name = re.sub(r"\W+", "-", path).strip("-")[:60]
        (tmp_path / f"{number:02}-{name}.html").write_bytes(client.get(path).content)
    told = subprocess.run(
        [*vnu, *map(str, sorted(tmp_path.iterdir()))], capture_output=True, check=True, text=True
    )
    messages = [
        f"{Path(m['url']).name}:{m.get('lastLine')}: {m['message']}"
        for m in json.loads(told.stderr)["messages"]
        if m["message"] != UNNECESSARY
    ]

    assert messages == []
    assert AnnualReportPage.objects.count() >= 4
    assert Picture.objects.exists()
    record_property("counted: pages that the validator found nothing wrong with", len(pages))


def test_the_validator_sees_what_is_wrong(vnu: list[str], tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_text("<!doctype html><html lang=fr><title>a</title><p><div></div></p>")
    told = subprocess.run([*vnu, str(page)], capture_output=True, check=True, text=True)

    assert json.loads(told.stderr)["messages"]
