"""What the page of a real report weighs, as it travels: before pictures."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from .page import read

pytestmark = pytest.mark.django_db

MAX_BYTES = 160_000  # bytes


def test_a_report_is_light(
    client: Client,
    import_file: Callable[..., Any],
    real_reports: Path,
    record_property: Callable[[str, object], None],
) -> None:
    import_file(real_reports / "2024" / "2024.md", assets=real_reports / "2024", publish=True)
    page = read(client, "/bilan/2024/")
    files = [str(tag["href"]) for tag in page.select("link[rel=stylesheet]")]
    files += [str(tag["src"]) for tag in page.select("script[src]")]
    assert len(files) == 8
    weights = [len(gzip.compress(client.get("/bilan/2024/").content, 9))]
    for address in files:
        found = finders.find(address.removeprefix("/static/"))
        assert isinstance(found, str)
        weights.append(len(brotli.compress(Path(found).read_bytes())))

    assert sum(weights) <= MAX_BYTES, weights
    record_property("counted", f"the page of 2024 travels as {sum(weights)} bytes {weights}")
