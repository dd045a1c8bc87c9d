"""The front matter of a file may say what sums up the report."""

from pathlib import Path
from typing import Any

import pytest

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body
from reports.core.document.essentials import list_essentials
from reports.core.refusal import Refusal
from reports.exchange.importing.importer import Request, run_import

pytestmark = pytest.mark.django_db

TEXT = """---
title: Bilan 2024
{front}
---

## Chiffres

- 12 services
- 30 produits

| Indicateurs | Résultats 2023 | Résultats 2024 |
| :-- | :-: | :-: |
| Agents formés | 7 | 11 |
"""


def import_with(folder: Path, front: str) -> AnnualReportPage:
    file = folder / "2024.md"
    file.write_text(TEXT.format(front=front))
    run_import(Request(file, year=2024))
    return AnnualReportPage.objects.get(year=2024)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("essentiel: [agents formés, services]", ["12", "11"]),
        ("essentiel:\n  - Produits", ["30"]),
        ("essentiel: []", []),
        ("sidebar: x", []),
    ],
)
def test_what_is_listed_is_marked(tmp_path: Path, front: str, expected: Any) -> None:
    report = import_with(tmp_path, front).get_latest_revision_as_object()
    marked = list_essentials(read_body(report), 2024)
    assert [each.figure.raw for each in marked] == expected


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("essentiel: [services, autre chose, 12]", "« autre chose », « 12 »"),
        ("essentiel: services", "une liste"),
    ],
)
def test_what_nothing_says_is_refused(tmp_path: Path, front: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        import_with(tmp_path, front)
    assert not AnnualReportPage.objects.exists()
