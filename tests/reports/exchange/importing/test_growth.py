"""Twice the text takes about twice the steps: no parser compares all parts with all others.

Steps are counted, not timed: calls in any module, each turn of a generator, and lines in those of
exchange and of texts, and in those of the tree that look through the children of an element.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from reports.core.figures.locale import Locale
from reports.core.refusal import Refusal
from reports.core.text import anchors
from reports.core.text.html_elements import MAX_DEPTH
from reports.exchange.importing import parsing
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.markup import build_tree
from reports.exchange.importing.request import Request
from reports.exchange.importing.sidebar import list_entries, settle_anchors
from reports.exchange.importing.source import Source
from reports.exchange.importing.visible import words
from reports.exchange.importing.visible.links import take_linked_notes
from reports.exchange.importing.visible.tags import tokenise
from tests.reports.exchange.importing.test_sidebar import heading

Expect = Callable[..., None]
MAX_RATIO = 2.3  # times the steps of half of the text
TIMES = 40
OWN = (str(Path(parsing.__file__).parents[1]), str(Path(anchors.__file__).parent))
FRONT = "---\ntitle: Bilan 2031\n---\n\n"

MARKDOWN = {
    "headings": "## T\n\nmot\n\n",
    "paragraphs": "Nous avons 12 agents.\n\n",
    "lines": "Nous avons 12 agents.\n",
    "items": "- un élément et 12 agents\n",
    "facts": "- **12** agents\n",
    "terms": "- **mot** : définition\n",
    "tables": "| a | b |\n|---|---|\n| x | 12 |\n\nmot\n\n",
    "marks": "un **gras** et *italique* et `code` [lien](https://a.example) ",
    "stars": "**a *b ",
    "closed brackets": "[a] ",
    "open brackets": "[a " * 5 + "\n\n",
    "open tags": "<b>mot " * 5 + "\n\n",
    "links to a heading": "## T\n\nmot [x](#t)\n\n",
    "notes": "mot[^{0}]\n\n[^{0}]: note\n\n",
    "linked notes": '<p><a id="r{0}" href="#n{0}">1</a></p>\n\n'
    '<p id="n{0}">a <a href="#r{0}">r</a></p>\n\n',
    "code": "```\na\n```\n\n",
    "code of tags": "    <div>a\n\n",
    "end tags": "</b>mot ",
    "lines that stay open": "<b>mot\n\n",
    "elements": "<div><p>mot</p></div>\n\n",
    "tooltips": 'mot <button class="fr-btn--tooltip">i</button>'
    '<span class="fr-tooltip">mot</span> ',
    "images": "![mot](a.png)\n\nmot\n\n",
    "comments": "<!-- a -->\n\nmot\n\n",
    "callouts": "> [!NOTE]\n> cité\n\nmot\n\n",
}
PASTES = {
    "pasted paragraphs": "<p>Nous avons 12 agents</p>",
    "pasted spans": "<p><span style='font-weight:700'>mot</span> 12</p>",
    "pasted table": "<tr><td>x<td>12</tr>",
    "pasted links": "<a href='https://a.example/'>mot</a> ",
}


def repeat(unit: str, times: int) -> str:
    return "".join(unit.replace("{0}", str(number)) for number in range(times))


def count_steps(job: Callable[[], Any]) -> int:
    """Return how many calls and lines a job takes."""
    steps = 0
    followed: dict[CodeType, bool] = {}

    def count_line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return count_line

    def enter(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += 1
        code = frame.f_code
        if code not in followed:
            is_scan = code.co_name == "index" and "bs4" in code.co_filename
            followed[code] = is_scan or code.co_filename.startswith(OWN)
        return count_line if followed[code] else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        job()
    finally:
        sys.settrace(before)
    return steps


@pytest.fixture
def expect_even_growth(record_property: Callable[[str, str], None]) -> Expect:
    """Expect about twice the steps of a text that is twice as long, once caches are warm; the end
    of a run prints them.
    """

    def expect(shape: str, read: Callable[[int], Callable[[], Any]], times: int = TIMES) -> None:
        read(2 * times)()
        once, twice = count_steps(read(times)), count_steps(read(2 * times))
        ratio = f"{twice / once:.2f} times (at most {MAX_RATIO})"
        record_property("counted", f"steps: {shape:<28}{once:>9}{twice:>9}  {ratio}")
        assert twice / once < MAX_RATIO, (once, twice)

    return expect


@pytest.mark.parametrize("shape", MARKDOWN)
def test_a_report_of_twice_the_length_takes_twice_the_steps(shape, tmp_path, expect_even_growth):
    def read(times):
        file = tmp_path / f"{times}.md"
        file.write_text(FRONT + repeat(MARKDOWN[shape], times), encoding="utf-8")
        return lambda: parsing.parse_report(Request(file))

    expect_even_growth(shape, read)


def test_open_brackets_and_tags_beyond_a_bound_are_refused(tmp_path):
    """Up to there each of them is compared with those around it."""
    for unit, place in (("[a ", ""), ("<b>mot ", ", ligne 5")):
        file = tmp_path / "bilan.md"
        file.write_text(FRONT + unit * (MAX_DEPTH + 1), encoding="utf-8")
        with pytest.raises(Refusal) as refused:
            parsing.parse_report(Request(file))
        assert str(refused.value) == (
            f"bilan.md{place} : trop de niveaux imbriqués les uns dans les autres."
        )


@pytest.mark.parametrize("shape", PASTES)
def test_a_paste_of_twice_the_length_takes_twice_the_steps(shape, expect_even_growth):
    def read(times):
        html = repeat(PASTES[shape], times)
        html = f"<table>{html}</table>" if "<tr>" in html else html
        return lambda: parsing.read_given_paste(set(), html, "", Locale(), 2031)

    expect_even_growth(shape, read)


def test_a_front_matter_of_twice_the_length_takes_twice_the_steps(tmp_path, expect_even_growth):
    def read(times):
        file = tmp_path / f"{times}.md"
        fields = repeat("k{0}: [a, b]\n", times)
        file.write_text(f"---\ntitle: Bilan 2031\n{fields}---\n\nmot\n", encoding="utf-8")
        return lambda: parsing.parse_report(Request(file))

    expect_even_growth("front matter", read)


def test_a_sidebar_of_twice_the_length_takes_twice_the_steps(expect_even_growth):
    def read(times):
        items = repeat("<li><a href='#a{0}'>Titre {0}</a></li>", times)
        return lambda: settle_anchors(
            [heading(f"Autre {number}", 2) for number in range(times)],
            list_entries(f"<ol>{items}</ol>"),
        )

    expect_even_growth("sidebar", read, 10 * TIMES)


def test_twice_as_many_links_in_a_page_take_twice_the_steps(expect_even_growth):
    def read(times):
        html = repeat('<h2 id="t{0}">T</h2><p><a href="#t{0}">x</a></p>', times)
        tokens = list(tokenise(html))
        return lambda: take_linked_notes(tokens, {})

    expect_even_growth("links of a page", read)


def test_twice_as_many_lines_of_code_are_found_in_twice_the_steps(expect_even_growth):
    def read(times):
        source = Source("bilan.md", repeat("```\na\n```\n\n", times), 1, {}, "")
        codes = build_tree(source).soup.find_all("pre")
        return lambda: list(map(line_of, codes))

    expect_even_growth("lines of code", read)


def test_code_has_the_line_on_which_it_begins():
    source = Source("bilan.md", "mot\n\n```\na\n```\n\n    b\n", 1, {}, "")
    assert list(map(line_of, build_tree(source).soup.find_all("pre"))) == [3, 7]


def test_twice_as_many_headings_of_one_title_take_twice_the_steps(expect_even_growth):
    def read(times):
        return lambda: settle_anchors([heading("T", 2) for _ in range(times)], [])

    expect_even_growth("headings of one title", read)


def test_the_renderer_gets_no_gap_that_it_would_search_from_each_space(monkeypatch):
    given = []
    parse = words.RENDER.parse

    def keep_and_parse(text, state):
        given.append(text)
        return parse(text, state)

    monkeypatch.setattr(words.RENDER, "parse", keep_and_parse)
    assert words.visible_words("un" + " " * 5000 + "mot", "") == ["un", "mot"]
    assert given == ["un" + " " * 100 + "mot"]
