"""What pandoc's Markdown writes in its own way is read, and loses no word."""

import re
from pathlib import Path

import pytest

from reports.exchange.importing import fidelity, loss
from reports.exchange.importing.pandoc import simplify_pandoc
from reports.exchange.importing.recognition import Recognised, recognise
from reports.exchange.importing.source import Source, read_source
from tests.reports.exchange.importing.outline import outline

SIMPLE = """\
  Année   Trains partis   Voyageurs
  ------ --------------- -----------
  2031             7 310       4 120
  2032             7 845       4 398

  : Tableau 1 : Trains
"""
BARE = """\
------- ----
Aulnes    12
Bel-Air   14
------- ----
"""
GRID = """\
+----------+-----------+
| Gare     | Voyageurs |
|          | par jour  |
+==========+===========+
| Aulnes   | 120       |
+----------+-----------+
| Bel-Air  | 98        |
+----------+-----------+
"""
TABS = "Gare\tVoyageurs\nAulnes\t120\nBel-Air\t98\n"


def read(tmp_path: Path, text: str) -> tuple[Source, Recognised]:
    path = tmp_path / "bilan.md"
    path.write_text(text, encoding="utf-8")
    source = read_source(path)
    found = recognise(source, None, 2032)
    seen = fidelity.list_source_words(source, "")
    assert not fidelity.compare_words(seen, loss.list_draft_words(found.drafts, found.notes)).lost
    return source, found


@pytest.mark.parametrize("text", [SIMPLE, BARE, GRID, TABS], ids=["simple", "bare", "grid", "tabs"])
def test_tables_without_pipes_stay_text(tmp_path: Path, text: str) -> None:
    _, found = read(tmp_path, f"# Gares\n\nUn mot.\n\n{text}\nLa suite.\n")
    (line,) = [line for line in map(outline, found.drafts) if "Un mot." in line]
    words = re.findall(r"\w+", text)
    assert re.findall(r"\w+", line) == ["p", "Un", "mot", *words, "La", "suite"]


def test_the_title_block_is_the_title(tmp_path: Path) -> None:
    source, found = read(
        tmp_path, "% Gares du Val : bilan 2032\n% Les Gares\n% mars 2033\n\nUn mot.\n"
    )
    assert source.title() == "Gares du Val : bilan 2032"
    assert [outline(draft) for draft in found.drafts] == ["p Un mot."]
    assert found.drafts[0].line == 5


def test_a_title_may_join_two_names(tmp_path: Path) -> None:
    source, _ = read(tmp_path, "# Aulnes & Bel-Air : bilan 2032\n\n## Gares\n\nUn mot.\n")
    assert source.title() == "Aulnes & Bel-Air : bilan 2032"


def test_boxes_are_opened_and_told_once(tmp_path: Path) -> None:
    _, found = read(tmp_path, "Un mot.\n\n::: {.box}\nUn cadre.\n:::\n\nLa suite.\n")
    assert [outline(draft) for draft in found.drafts] == ["p Un mot. Un cadre. La suite."]
    assert [notice.line for notice in found.notices] == [3]


def test_notes_in_a_line_are_notes(tmp_path: Path) -> None:
    _, found = read(tmp_path, "Deux mois^[Article 4 du *code*.] au plus, sauf^[Voir] avis.\n")
    assert len(found.notes) == 2
    assert not found.notices


def test_raised_and_lowered_signs_are_kept() -> None:
    text = "412 km^2^ et H~2~O, `x^2^`, ~~barré~~, 2^8 et a ~ b ~ c, [^note]."
    written, _ = simplify_pandoc(text, 1)
    assert written == (
        "412 km<sup>2</sup> et H<sub>2</sub>O, `x^2^`, ~~barré~~, 2^8 et a ~ b ~ c, [^note]."
    )


def test_code_stays_as_it_is() -> None:
    text = f"```\n{GRID}::: box\nx^2^\n```"
    assert simplify_pandoc(text, 1) == (text, [])
