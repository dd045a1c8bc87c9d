"""Citations that are stored beside a line of plain words."""

import pytest

from reports.core.text.cited_lines import cite_line, split_cited_line


def mark(words: str, of: str = "r.a", nth: int = 1) -> str:
    number = f' nth="{nth}"' if nth > 1 else ""
    return f'<bilan-figure of="{of}" as="same"{number}>{words}</bilan-figure>'


CITED = [
    ("58 services", mark("58"), f"{mark('58')} services"),
    ("58 services, 58 agents", mark("58", nth=2), f"58 services, {mark('58')} agents"),
    ("de 58 à 74", mark("58") + mark("74", "r.b"), f"de {mark('58')} à {mark('74', 'r.b')}"),
    ("111", mark("11", nth=2), f"1{mark('11')}"),
    ("R&D < 58", mark("58"), f"R&amp;D &lt; {mark('58')}"),
    ("58 R&D", mark("58 R&amp;D"), mark("58 R&amp;D")),
    ("Aucun", "", "Aucun"),
]


@pytest.mark.parametrize(("line", "stored", "html"), CITED)
def test_a_line_and_what_is_stored_beside_it_are_html_and_back(
    line: str, stored: str, html: str
) -> None:
    assert cite_line(line, stored) == html
    assert split_cited_line(html) == (line, stored)


@pytest.mark.parametrize(
    ("line", "stored"),
    [
        ("74 services", mark("58")),
        ("58 services", mark("58", nth=2)),
        ("58 services", mark("")),
        ("58 services", "<b>58</b> tout à fait"),
        ("58 services", '<bilan-figure of="r.a" as="same">58'),
        ("58 services", '<bilan-figure as="same">58</bilan-figure>'),
    ],
)
def test_what_the_line_does_not_say_is_not_cited(line: str, stored: str) -> None:
    assert cite_line(line, stored) == line


def test_of_two_citations_of_the_same_words_the_first_counts() -> None:
    assert cite_line("158", mark("58", "r.a") + mark("158", "r.b")) == mark("158", "r.b")
    assert cite_line("58", mark("58", "r.a") + mark("58", "r.b")) == mark("58", "r.a")


def test_a_number_that_stands_often_is_the_one_that_was_chosen() -> None:
    line = "58 " * 12 + "fois"
    stored = mark("58", nth=12)
    html = cite_line(line, stored)
    assert html == "58 " * 11 + mark("58") + " fois"
    assert split_cited_line(html) == (line, stored)
