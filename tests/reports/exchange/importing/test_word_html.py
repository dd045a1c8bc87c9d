"""HTML that Word saves or puts in the clipboard: its lists are paragraphs with a mark."""

from pathlib import Path

import pytest

from reports.exchange.importing import fidelity, loss, source
from reports.exchange.importing.recognition import recognise
from tests.reports.exchange.importing.outline import outline

PAGE = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Bilan 2031</title></head>'
    "<body lang=FR><div class=WordSection1>{}</div></body></html>"
)
SPACES = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;\n</span>"


def item(mark: str, words: str, level: int = 1) -> str:
    """An item as Word saves it for itself."""
    return (
        f"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>"
        "<![if !supportLists]><span\nstyle='font-family:Symbol'><span style='mso-list:Ignore'>"
        f"{mark}{SPACES}</span></span><![endif]>{words}<o:p></o:p></p>\n"
    )


def filtered(mark: str, words: str, margin: str = "") -> str:
    """An item as Word saves it for browsers."""
    style = f"margin-left:{margin};text-indent:-18.0pt" if margin else "text-indent:-18.0pt"
    return (
        f"<p class=MsoListParagraphCxSpMiddle style='{style}'><span\n"
        f"style='font-family:Symbol'>{mark}{SPACES}</span>{words}</p>\n\n"
    )


def read(tmp_path: Path, text: str, name: str = "page.html") -> tuple[list[str], list[str]]:
    """Return the blocks of a file in short, and what was noticed; no word is lost or added."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    origin = source.read_source(path)
    found = recognise(origin, None, 2031)
    score = fidelity.compare_words(
        fidelity.list_source_words(origin, ""), loss.list_draft_words(found.drafts)
    )
    assert (score.lost, score.added, found.damage) == ((), (), [])
    return list(map(outline, found.drafts)), list(map(str, found.notices))


@pytest.mark.parametrize("name", ["page.html", "bilan.md"])
def test_lists_of_word_are_lists(tmp_path, name):
    bullets = item("·", "12 services") + item("o", "dont 3 <b>neufs</b>", 2) + item("·", "9 agents")
    steps = item("1.", "Semer") + item("2.", "Planter")
    text = f"<p>Voici :<o:p></o:p></p>{bullets}<p class=MsoNormal>Puis :</p>{steps}"
    blocks, _ = read(tmp_path, PAGE.format(text) if name == "page.html" else text, name)
    assert blocks == [
        "p Voici :",
        "facts <12> services, dont <3> neufs, <9> agents",
        "p Puis : Semer Planter",
    ]


def html_of(tmp_path: Path, text: str) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(text), encoding="utf-8")
    [draft] = recognise(source.read_source(path), None, 2031).drafts
    return str(draft.value["text"]).replace("\n", "")


def test_levels_are_those_of_the_style_or_of_the_indent(tmp_path):
    nested = "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>"
    by_style = item("·", "a") + item("a)", "b", 2) + item("b)", "c", 2) + item("·", "d")
    by_indent = (
        filtered("·", "a")
        + filtered("1.1.", "b", "72.0pt")
        + filtered("1.2.", "c", "1.0in")
        + filtered("§", "d")
    )
    for text in (by_style, by_indent):
        assert html_of(tmp_path, text) == nested
        read(tmp_path, PAGE.format(text))


def test_bullets_and_numbers_at_one_level_are_two_lists(tmp_path):
    text = item("·", "a") + item("1.", "b") + item("·", "c", 3) + item("2.", "d", 2)
    assert html_of(tmp_path, text) == (
        "<ul><li>a</li></ul><ol><li>b<ul><li>c</li></ul><ol><li>d</li></ol></li></ol>"
    )


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p class=MsoListParagraph>12 services</p>",
        f"<p class=MsoListParagraph>Article{SPACES}premier</p>",
        f"<p class=MsoNormal>1.{SPACES}Semer</p>",
        f"<p class=MsoListParagraph>Voir 1.{SPACES}Semer</p>",
        "<p class=MsoListParagraph>Voir <span style='mso-list:Ignore'>1.</span> Semer</p>",
        "<p class=MsoListParagraph>Voir 1. <span style='font:7.0pt Arial'>petit</span></p>",
        "<p class=MsoListParagraph><span style='mso-list:Ignore'>Partie 1</span> Semer</p>",
    ],
)
def test_what_begins_with_no_mark_is_a_paragraph_with_all_its_words(tmp_path, paragraph):
    [block], _ = read(tmp_path, PAGE.format(paragraph))
    assert block.startswith("p ")


def test_titles_and_heads_of_tables(tmp_path):
    table = (
        "<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Service</p></td>"
        "<td><p class=MsoNormal>Agents</p></td></tr><tr><td>Tilia</td><td>12</td></tr></table>"
    )
    blocks, _ = read(tmp_path, PAGE.format(f"<p class=MsoTitle>Bilan</p>{table}"))
    assert blocks == ["h2 Bilan", "data_table : Service | Agents — Tilia | 12"]


def test_tags_of_word_are_words_where_nothing_else_is_of_word(tmp_path):
    blocks, _ = read(tmp_path, "Le mot `<o:p>` est du code.", "bilan.md")
    assert blocks == ["p Le mot <o:p> est du code."]
