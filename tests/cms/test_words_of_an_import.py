"""The words of an imported report stand on its page and on paper, its numbers in its data."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from reports.content.models import AnnualReportPage
from reports.core.text.words import split_words
from reports.exchange.importing.fidelity import list_visible_words
from reports.exchange.importing.importer import Request, run_import
from reports.exchange.importing.source import read_source

from .data.answers import read_rows
from .frontend.page import close, read
from .pdf.conftest import index, living, make, no_cache, pdfs_are_made, publish
from .pdf.structure import read_structure

__all__ = ["index", "living", "make", "no_cache", "pdfs_are_made", "publish"]

pytestmark = pytest.mark.django_db
REPORT = """\
# Les guichets

| Service | Montant alloué |
|---|---|
| **[Alpha](https://example.org/alpha)** : trouver un guichet | 150 000 € |
| **[Bêta](https://example.org/beta)** : tenir un rendez-vous | 30 000 € |

| Service | Usagers | Mairies |
|---|---|---|
| **Gamma** : payer la cantine | 4 512 | <ul><li>Conventions signées</li><li>dix villes</li></ul> |
"""


def test_page_paper_and_data_have_all_of_it(
    client: Client, index: Any, make: Callable[..., bytes], tmp_path: Path
) -> None:
    file = tmp_path / "2024.md"
    file.write_text(REPORT)
    outcome = run_import(Request(file=file, year=2024, publish=True, acknowledge="Essai"))
    assert (outcome.fidelity.lost, outcome.fidelity.percent) == ((), 100.0)

    words = list_visible_words(read_source(file).text, "")
    main = read(client, "/bilan/2024/").find("main")
    assert main
    assert Counter(words) - Counter(split_words(main.get_text(" "))) == Counter()
    paper = close(read_structure(make(AnnualReportPage.objects.get(year=2024))).text)
    assert [word for word in words if word not in paper] == []
    texts = [row["texte"] for row in read_rows(client.get("/bilan/2024/donnees.csv"))]
    assert {"150 000 €", "30 000 €", "4 512", "Conventions signées\ndix villes"} <= set(texts)
