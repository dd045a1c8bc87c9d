"""What a PDF says, and that the standards hold."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import page as validation
import pytest
from django.test import Client

from reports.content.models import AnnualReportPage

from ..frontend.page import MACHINES, close, spoken
from .structure import Element, read_structure

STANDARDS = {"ua1": 104, "3a": 156}

# What the PDF says between the words of the answer: marks of lists, numbers of headings, names of
# parts, what a file is, whom a picture is owed to, what stands where nothing does.
RECORDS = MACHINES | {"incubator"}
BETWEEN = re.compile(
    r"(?:\(PDF–[^)]*\)|[•–:().]|\d+\.|Poste|Montant|Effectif|Évolution|Samission|Sonimpact|Période"
    r"|Intitulé|Sansintitulé|Sansnom|Graphique|Unité:|Source:|—|–DINUM)*"
)
AFTER = ("Cequiachangédepuislapublication", "Citercetteversion")


def ask(client: Client, year: int, version: int) -> dict[str, Any]:
    text = Path("graphql/queries/report.graphql").read_text(encoding="utf-8")
    data = {"query": text, "variables": {"year": year, "version": version}}
    answer = client.post("/graphql/", data, content_type="application/json").json()
    report: dict[str, Any] = answer["data"]["report"]
    return report


def check_standards(data: bytes) -> None:
    for name, rules in STANDARDS.items():
        found = validation.validate_pdf_bytes(data, profile=name)
        assert [failure.message for failure in found.failures] == []
        assert (found.rules.total, found.rules.passed) == (rules, rules)


def list_phrases(answer: Any) -> Iterator[str]:
    """Yield what a body says, in order: a cell once, though it has its figure beside its text."""
    if isinstance(answer, list):
        for item in answer:
            yield from list_phrases(item)
    elif isinstance(answer, dict) and "column" in answer:
        yield close(answer["text"])
    elif isinstance(answer, dict) and "state" not in answer:
        said_by_cells = {"mission", "amount"} if "cells" in answer else set()
        for name, value in answer.items():
            if name in said_by_cells | RECORDS:
                continue
            if isinstance(value, dict | list):
                yield from list_phrases(value)
            else:
                beside = {"rows": []} if "rows" in answer else {}  # of a chart, which has a unit
                yield from map(close, spoken({name: value, **beside}))
    else:
        yield from map(close, spoken(answer))


def check_words(body: Any, document: Element) -> int:
    """Fail unless a PDF says each phrase of a body, in order and once; return how many."""
    kinds = [each.kind for each in document.content if isinstance(each, Element)]
    text = close(Element("", content=document.content[kinds.index("TOC") + 1 :]).text)
    phrases = [phrase for phrase in list_phrases(body) if phrase]
    place = text.index(phrases[0])
    for phrase in phrases:
        found = text.find(phrase, place)
        between = text[place:found]
        assert found >= 0, phrase
        assert BETWEEN.fullmatch(between), (between, phrase)
        place = found + len(phrase)
    assert BETWEEN.sub("", text[place:], count=1).startswith(AFTER)
    return len(phrases)


@pytest.mark.parametrize("theme", ["etat", "neutre"])
def test_every_word_of_every_block_is_there_once_and_in_order(
    client: Client,
    make: Callable[..., bytes],
    publish: Any,
    every_block: Any,
    settings: Any,
    theme: str,
) -> None:
    settings.FRONTEND_THEME = theme
    data = make(publish(2024, every_block))

    assert check_words(ask(client, 2024, 2)["body"], read_structure(data)) > 50
    check_standards(data)


@pytest.mark.parametrize("year", [2023, 2024])
def test_no_word_of_a_real_report_is_lost(
    client: Client,
    import_file: Callable[..., Any],
    make: Callable[..., bytes],
    real_reports: Path,
    year: int,
    record_property: Callable[[str, object], None],
) -> None:
    folder = real_reports / str(year)
    import_file(folder / f"{year}.md", assets=folder, publish=True)
    data = make(AnnualReportPage.objects.get(year=year))
    count = check_words(ask(client, year, 1)["body"], read_structure(data))

    assert count > 500
    check_standards(data)
    record_property("counted: phrases of real reports found in their PDFs", count)
