"""Web pages and what word processors write as HTML: the report is taken, the rest named."""

from pathlib import Path

import pytest

from reports.core.refusal import Refusal
from reports.exchange.importing import fidelity, loss, source
from reports.exchange.importing.recognition import Recognised, recognise
from reports.exchange.importing.source import Source
from reports.exchange.importing.web_page import read_page

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Report &amp; 2024</title>
<style>.c1{{font-weight:700}} .c2{{font-style:italic}}</style></head>
<body><header>Our site</header><nav><a href="/">Home</a></nav>
{}
<div>A banner</div><footer>Legal</footer><script>run()</script></body></html>
"""


def read(tmp_path: Path, text: str | bytes, name: str = "page.html") -> tuple[Source, Recognised]:
    """Recognise a file, of which nothing may be lost."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    origin = source.read_source(path)
    found = recognise(origin, None)
    words = loss.list_draft_words(found.drafts, found.notes)
    score = fidelity.compare_words(fidelity.list_source_words(origin, ""), words)
    assert score.lost == (), (origin.text, found.drafts)
    assert score.added == ()
    return origin, found


def html_of(found: Recognised) -> str:
    return "".join(draft.value["text"] for draft in found.drafts).replace("\n", " ")


def messages(found: Recognised) -> list[str]:
    return list(map(str, found.notices))


@pytest.mark.parametrize("element", ["main", "article"])
def test_the_report_is_taken_and_the_rest_named(tmp_path, element):
    origin, found = read(tmp_path, PAGE.format(f"<{element}>\n<p>Un *mot*.</p>\n</{element}>"))

    assert html_of(found) == "<p>Un *mot*.</p>"
    assert messages(found) == [
        f"ligne 5 : page web : seul le contenu de <{element}> est pris ; laissés de côté : "
        "<nav> (1 mot), <header> (2 mots), <footer> (1 mot), 2 mots ailleurs."
    ]
    assert origin.title() == "Report & 2024"
    assert origin.front["language"] == "en"


def test_menus_in_the_report_are_left_out_and_lines_stay(tmp_path):
    text = PAGE.format("<main>\n<nav>\n1 2 3\n</nav>\n\n<p>Un.</p>\n<p>Deux.</p>\n</main>")
    _, found = read(tmp_path, text)

    assert html_of(found) == "<p>Un.</p><p>Deux.</p>"
    assert found.drafts[0].line == text[: text.index("<p>Un")].count("\n") + 1
    assert "<nav> (3 mots)" in messages(found)[0]


def test_where_nothing_is_left_out_nothing_is_said(tmp_path):
    text = "<html><body><article><h1>Bilan 2024</h1><p>Douze.</p></article></body></html>"
    assert read_page("bilan.html", text).notices == []


def test_the_foot_of_a_quotation_is_none_of_the_page(tmp_path):
    quote = "<blockquote><p>Oui.</p><footer>Une usagère</footer></blockquote>"
    _, found = read(tmp_path, PAGE.format(f"<main>{quote}</main>"))
    assert [(d.kind, d.value["attribution"]) for d in found.drafts] == [("quote", "Une usagère")]

    _, found = read(tmp_path, f"<html><body>{quote}</body></html>")
    assert [draft.kind for draft in found.drafts] == ["quote"]


def test_indented_html_after_a_blank_line_is_no_code(tmp_path):
    _, found = read(
        tmp_path, PAGE.format("<main><div>\n\n        <p># Un</p>\n\n  *a*</div></main>")
    )

    assert html_of(found) == "<p># Un</p><p>*a*</p>"


def test_a_page_with_menus_but_no_main_is_refused(tmp_path):
    with pytest.raises(Refusal, match=r"page\.html, ligne 4 : cette page web n’a ni <main>"):
        read(tmp_path, PAGE.format("<p>Un.</p>"))


def test_two_articles_are_no_report(tmp_path):
    with pytest.raises(Refusal, match="ni <main> ni <article>"):
        read(tmp_path, PAGE.format("<article>a</article><article>b</article>"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("<h2>Avant</h2><h1>Le <b>port</b> &amp; nous</h1><h1>Fin</h1>", "Le port & nous"),
        ("<div><h3>Avant</h3><h2>Port</h2></div>", "Avant"),
        ("<p>Un.</p>", "page 2031"),
        ("<head><title>Le port</title></head><h1>Nous</h1>", "Le port"),
    ],
)
def test_a_piece_of_html_is_called_after_its_first_heading_or_its_file(tmp_path, text, title):
    origin, _ = read(tmp_path, text, "page_2031.html")
    assert origin.title() == title


def test_markdown_with_a_page_in_it_is_refused_as_before(tmp_path):
    with pytest.raises(Refusal, match="ligne 3 : <html>"):
        read(tmp_path, "# Titre\n\n<html><body>x</body></html>\n", "bilan.md")


def test_a_page_in_a_markdown_file_is_a_page(tmp_path):
    _, found = read(tmp_path, PAGE.format("<main><p>Un.</p></main>"), "bilan.md")

    assert html_of(found) == "<p>Un.</p>"


def test_a_piece_of_html_is_no_markdown(tmp_path):
    _, found = read(tmp_path, "<p>Un</p>\n\n    *deux*\n\n# trois")

    assert " ".join(html_of(found).split()) == "<p>Un</p><p>*deux* # trois</p>"


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<html lang='fr'>\n<body>\n<p>mots</p>\n</body>\n</html>",
        "<HTML>\n<p>mots</p>\n</HTML>",
        "<!doctype html>\n<p>mots</p>",
        "<html><head><title>T</title></head><p>mots</p></html>",
    ],
)
def test_a_page_without_menus_is_taken_whole(tmp_path, text):
    _, found = read(tmp_path, text, "bilan.md")

    assert html_of(found) == "<p>mots</p>"
    assert messages(found) == []


def test_looks_of_google_docs_become_elements(tmp_path):
    spans = (
        '<p><span class="c1">Gras</span> <span class="c2">penché</span> '
        '<span style="font-weight:700">a</span> <b style="font-weight:normal">maigre</b></p>'
        '<p></p><p><a href="https://www.google.com/url?q=https://a.test/x?b%3D1&amp;sa=D">là</a> '
        "et</p>"
    )
    _, found = read(tmp_path, PAGE.format(f"<main>{spans}</main>"))

    html = html_of(found)
    assert "<b>Gras</b>" in html
    assert "<i>penché</i>" in html
    assert "<b>a</b>" in html
    assert "<b>maigre" not in html
    assert '<a href="https://a.test/x?b=1">là</a>' in html
    assert "<p></p>" not in html


def test_lists_by_class_and_lists_straight_in_lists_are_nested(tmp_path):
    google = (
        '<ul class="lst-kix_a-0 start"><li>a</li></ul><ul class="lst-kix_a-1 start"><li>b</li></ul>'
        '<ul class="lst-kix_a-2"><li>c</li></ul><ul class="lst-kix_a-0"><li>d</li></ul>'
    )
    _, found = read(tmp_path, PAGE.format(f"<main>{google}<p>.</p></main>"))
    nested = "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"
    assert html_of(found).startswith(nested)

    _, found = read(tmp_path, "<ul><li>a</li><ul><li>b</li></ul></ul>")
    assert html_of(found) == "<ul><li>a<ul><li>b</li></ul></li></ul>"


def test_an_encoding_that_the_page_declares_is_read(tmp_path):
    page = '<html><head><meta charset="windows-1252"></head><body><p>L\x92été</p></body></html>'
    _, found = read(tmp_path, page.encode("latin-1"))

    assert html_of(found) == "<p>L’été</p>"
    assert messages(found) == ["encodage cp1252, tel que le fichier le déclare."]


def test_a_declaration_that_is_false_says_nothing(tmp_path):
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Été</p></body></html>'
    _, found = read(tmp_path, page)

    assert html_of(found) == "<p>Été</p>"


def test_utf_16_is_read_and_what_declares_nothing_is_refused(tmp_path):
    _, found = read(tmp_path, "# Été\n".encode("utf-16"), "bilan.md")
    assert found.drafts[0].value["text"] == "Été"

    with pytest.raises(Refusal, match=r"ligne 2 : ce n’est pas du texte en UTF-8"):
        read(tmp_path, b"a\n\xe9", "bilan.md")


def test_scripts_in_a_page_are_gone(tmp_path):
    text = PAGE.format('<main><p onclick="x()">Un.</p><script>secret()</script></main>')
    _, found = read(tmp_path, text)

    assert "secret" not in str(found)
    assert html_of(found) == "<p>Un.</p>"
