"""What is stored is shown: each field of each block, wherever a report is read or compared.

`pytest -s` prints the table of fields and places.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client

from reports.authoring.rollforward.body import roll_body
from reports.authoring.rollforward.labels import Step
from reports.content.search.entry_rows import save_entries
from reports.core.document import read
from tests.reports.exchange.archives.databases import archive

from . import places_of_words as places
from .canaries import SHOWN_BY_SOME, UNSHOWN, Canaries
from .compared_fields import COMPARED_IN_PART, UNCOMPARED, find_reason
from .pdf.conftest import index, living, make, no_cache, pdfs_are_made, publish

__all__ = ["index", "living", "make", "no_cache", "pdfs_are_made", "publish"]

pytestmark = pytest.mark.django_db

Expected = Callable[[str, str], bool]
FOR_READERS = ("page", "papier")
STORED = ("réponse", "Markdown", "archive")
SHOWN_OF_RECORDS = {
    **dict.fromkeys(("service", "incubator", "indicator"), (*STORED, "page")),
    **dict.fromkeys(("term", "funding_round"), STORED),
    "picture": ("réponse", *FOR_READERS, "archive"),
    "document": ("réponse", "page", "archive"),
}
"""Where a record that a field refers to is named by its key, a file by what it says of itself."""
UNSHOWN_RECORDS = {(place, "chart.picture") for place in FOR_READERS}
"""The caption of a chart is its note, without the credit of the picture of an old one."""
RENDERED = ("réponse", *FOR_READERS)


def list_missing(canaries: Canaries, texts: dict[str, str], expected: Expected) -> list[str]:
    """Return « place : field » for each field that a place lacks, and print the whole table."""
    missing = []
    lines = ["", "".join(f"{name:>12}" for name in texts)]
    for path, minted in canaries.found.items():
        counts = dict.fromkeys(texts, "")
        for name in filter(partial(expected, path), texts):
            shown = [canary in texts[name] for canary in minted]
            is_shown = any if path in SHOWN_BY_SOME and name in RENDERED else all
            counts[name] = f"{sum(shown)}/{len(minted)}"
            if not is_shown(shown):
                missing.append(f"{name} : {path}")
        lines.append("".join(f"{each:>12}" for each in counts.values()) + f"  {path}")
    sys.stdout.write("\n".join([*lines, ""]))
    return missing


def test_every_field_is_shown_in_every_place(
    client: Client, publish: Any, living: Any, make: Callable[..., bytes], tmp_path: Path
) -> None:
    living.document.file.save("b.pdf", ContentFile(b"%PDF-1.7\n"))
    living.document.file_size = 9
    living.document.save()
    canaries = Canaries(vars(living), has_records=True)
    page = publish(2024, canaries.build_body())
    archive(page, tmp_path / "archive")
    call_command("export_report", 2024, to="markdown", output=tmp_path / "markdown")
    save_entries(page)
    texts = {
        "réponse": places.read_answer(client),
        "page": places.read_page(client),
        "papier": places.read_paper(make(page)),
        "Markdown": places.read_files(tmp_path / "markdown", "*.md"),
        "archive": places.read_files(tmp_path / "archive", "*.json"),
        "recherche": places.read_search(page),
        "données": places.read_data(client),
    }

    def is_expected(path: str, place: str) -> bool:
        if kind := canaries.references.get(path):
            return place in SHOWN_OF_RECORDS[kind] and (place, path) not in UNSHOWN_RECORDS
        if place == "données":
            return path in canaries.figures
        if place == "recherche":
            return path not in canaries.addresses
        return place not in FOR_READERS or path not in UNSHOWN

    assert list_missing(canaries, texts, is_expected) == []


def test_every_field_is_compared(living: Any) -> None:
    old, new = Canaries(vars(living), "Y"), Canaries(vars(living))
    bodies = old.build_body(), new.build_body()
    before, after = map(read, bodies)
    revisions = places.read_revisions(before, after)
    texts = {
        "révisions": revisions,
        "corrections": places.read_corrections(after),
        "année suivante": json.dumps(roll_body(bodies[1], Step(2024, 2025))),
    }

    def is_expected(path: str, place: str) -> bool:
        if place == "corrections":
            return path not in new.addresses
        return place == "révisions" or path not in new.passing

    assert list_missing(new, texts, is_expected) == []
    assert list_missing(old, {"révisions": revisions}, is_expected) == []


def test_every_figure_stands_beside_that_of_the_other_year(
    client: Client, publish: Any, living: Any
) -> None:
    years = {2023: Canaries(vars(living), "Y"), 2024: Canaries(vars(living))}
    for year, canaries in years.items():
        publish(year, canaries.build_body())
    page = places.read_side_by_side(client)
    shown = {
        (year, path): sum(canary in page for canary in minted)
        for year, canaries in years.items()
        for path, minted in canaries.found.items()
    }

    for (year, path), count in shown.items():
        whole = 1 if path in COMPARED_IN_PART else len(years[year].found[path])
        assert find_reason(path) or count >= whole, f"{path} is not beside the other year"
        assert not find_reason(path) or not count, f"{path} is shown, and listed as left out"
    fields = {key for _, path in shown for key in (path, path.partition(".")[0])}
    assert {*UNCOMPARED, *COMPARED_IN_PART} <= fields
