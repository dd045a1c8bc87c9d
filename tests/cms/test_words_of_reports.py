"""The words of whole reports stand on their pages and on paper, their numbers in their data too."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag
from django.test import Client

from reports.content.charts import files
from reports.content.models import AnnualReportPage
from reports.core.text.words import split_words
from reports.exchange.importing.fidelity import list_source_words
from reports.exchange.importing.importer import Request, run_import
from reports.exchange.importing.source import read_source

from .data.answers import ask_report, read_rows
from .frontend.page import close, read
from .pdf.conftest import index, make, no_cache, pdfs_are_made, publish
from .places_of_words import list_attributes, read_paper

__all__ = ["index", "make", "no_cache", "pdfs_are_made", "publish"]

pytestmark = pytest.mark.django_db
DEMO = Path(__file__).resolve().parents[2] / "demo"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>'  # without words
TYPESET = re.compile(r"[\d\u00b9\u02bc\u2019']")
"""What is in words that are printed with other spaces, cases and apostrophes than typed ones."""


@pytest.fixture(params=["demo/2023", "demo/2024", "real/2023", "real/2024"])
def file(request: pytest.FixtureRequest) -> Path:
    kind, year = request.param.split("/")
    if kind == "demo":
        return DEMO / year / f"bilan-{year}.md"
    real: Path = request.getfixturevalue("real_reports")
    return real / year / f"{year}.md"


def test_no_word_of_a_report_is_missing(
    file: Path,
    client: Client,
    index: Any,
    make: Callable[..., bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "read_drawing", lambda name: DRAWING)
    year = int(file.parent.name)
    run_import(Request(file=file, year=year, publish=True, acknowledge="Essai"))
    words = list_source_words(read_source(file), "")
    main = read(client, f"/bilan/{year}/").find("main")
    assert isinstance(main, Tag)
    shown = " ".join([main.get_text(" "), *list_attributes(main)])
    paper = fold(read_paper(make(AnnualReportPage.objects.get(year=year))))
    data = read_rows(client.get(f"/bilan/{year}/donnees.csv"))
    numbers = {(row["valeur"], row["unite"]) for row in data}

    assert list_missing(words, shown) == []
    assert [word for word in words if fold(word) not in paper] == []
    assert set(list_figures(ask_report(client, year)["body"])) - numbers == set()


def list_missing(words: Iterable[str], text: str) -> list[str]:
    """Return the words that a text has less often; of those that are typeset, what it has not."""
    rest = Counter(words) - Counter(split_words(text))
    closed = fold(text)
    return [word for word in rest if not (TYPESET.search(word) and fold(word) in closed)]


def fold(text: str) -> str:
    folded = unicodedata.normalize("NFKC", close(text)).casefold()
    return folded.replace("\u02bc", "\u2019").replace("'", "\u2019")


def list_figures(answer: Any) -> Iterator[tuple[str, str]]:
    """Yield the value and the unit of each figure that has one."""
    if isinstance(answer, list):
        for item in answer:
            yield from list_figures(item)
    elif isinstance(answer, dict):
        if answer.get("state") in ("VALUE", "PROVISIONAL"):
            yield answer["value"], answer["unit"] or ""
        for value in answer.values():
            yield from list_figures(value)
