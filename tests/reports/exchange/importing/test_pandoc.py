"""What pandoc's Markdown writes in its own way is read, and loses no word."""

from pathlib import Path

import pytest

from reports.exchange.importing import fidelity, loss
from reports.exchange.importing.drawn_tables import KEPT, convert_drawn_tables
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
SPANNED = """\
+----------+-----------+
| Gare     | Voyageurs |
+==========+===========+
| Aulnes, fermée       |
+----------+-----------+
"""


def read(tmp_path: Path, text: str) -> tuple[Source, Recognised]:
    path = tmp_path / "bilan.md"
    path.write_text(text, encoding="utf-8")
    source = read_source(path)
    found = recognise(source, None, 2032)
    seen = fidelity.list_source_words(source, "")
    assert not fidelity.compare_words(seen, loss.list_draft_words(found.drafts, found.notes)).lost
    return source, found


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (
            SIMPLE,
            "data_table Tableau 1 : Trains: Année | Trains partis | Voyageurs — 2031 | 7 310 | "
            "4 120; 2032 | 7 845 | 4 398",
        ),
        (BARE, "data_table :  |  — Aulnes | 12; Bel-Air | 14"),
        (GRID, "data_table : Gare | Voyageurs par jour — Aulnes | 120; Bel-Air | 98"),
    ],
    ids=["simple", "simple without heads", "grid"],
)
def test_tables_drawn_with_dashes_are_tables(tmp_path: Path, text: str, block: str) -> None:
    _, found = read(tmp_path, f"# Gares\n\nUn mot.\n\n{text}\nLa suite.\n")
    outlines = [outline(draft) for draft in found.drafts]
    assert [line for line in outlines if line.startswith("p ")] == ["p Un mot.", "p La suite."]
    assert [line for line in outlines if line.startswith("data_table")] == [block]


@pytest.mark.parametrize("text", [SIMPLE, BARE, GRID])
def test_lines_below_a_drawn_table_keep_their_number(text: str) -> None:
    lines = ["Un mot.", "", *text.split("\n"), "La suite."]
    converted, notices = convert_drawn_tables(lines)
    assert not notices
    assert len(converted) == len(lines)
    assert converted[-1] == "La suite."


def test_a_table_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    _, found = read(tmp_path, f"Un mot.\n\n{SPANNED}")
    assert [str(notice) for notice in found.notices] == [f"ligne 3 : {KEPT}"]


@pytest.mark.parametrize(
    "text", ["Un titre\n-------\n\nUn mot.", "Un mot.\n\n---\n\nUn mot.", "    a  b\n    -- --\n"]
)
def test_titles_rules_and_code_are_no_tables(text: str) -> None:
    assert convert_drawn_tables(text.split("\n")) == (text.split("\n"), [])


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
