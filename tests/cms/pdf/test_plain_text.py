"""A block that cannot be set is plain text, and costs the report nothing else."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cms.pdf import material, process
from cms.pdf.narrowing import find_unset
from cms.pdf.plain_text import write_plainly
from reports import models
from reports.checks.check_result import check_report
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .structure import read_structure
from .test_pdf import check_standards

Make = Callable[..., bytes]

QUOTE = '    else if kind == "quote" {\n'
CALLOUT = '    else if kind == "callout" {\n'
INVALID = {
    "a warning": "par({ list([rien]) })",
    "an error": "panic(1)",
    "what PDF/UA refuses": "heading(level: 6)[]",
}


@pytest.fixture
def invalid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes the template emit something invalid in each quotation, or in another element."""

    def make(code: str, kind: str = QUOTE) -> None:
        text = process.TEMPLATE.read_text(encoding="utf-8")
        assert kind in text
        template = tmp_path / "report.typ"
        template.write_text(text.replace(kind, kind + code + "\n"), encoding="utf-8")
        monkeypatch.setattr(process, "TEMPLATE", template)
        monkeypatch.setattr(material, "TEMPLATE", template)

    return make


def body() -> list[dict[str, Any]]:
    return stored(
        build.heading("Résultats", anchor="resultats"),
        build.prose("<p>Avant, <b>fort</b>.</p>"),
        build.quote("Une <b>phrase</b>.<ul><li>un</li><li>deux</li></ul>", attribution="Elle"),
        build.data_table(["A", "B"], ["un", "2"]),
        build.prose('<p>Après, <a href="#resultats">plus haut</a>.</p>'),
        build.quote("Une autre.", attribution="Lui"),
    )


@pytest.mark.parametrize("name", INVALID)
def test_what_cannot_be_set_is_plain_text_and_the_rest_is_as_it_was(
    make: Make, publish: Any, invalid: Any, name: str
) -> None:
    invalid(INVALID[name])
    page = publish(2024, body())
    data = make(page)
    document = read_structure(data)

    check_standards(data)
    assert models.ReportPdf.objects.get().plain == [page.body[2].id, page.body[5].id]
    words = ("Une phrase.", "un", "deux", "Elle", "Après, plus haut.", "Une autre.", "Lui")
    paragraphs = [each.text for each in document.find("P")]
    assert [each for each in paragraphs if each in words] == list(words)
    assert len(list(document.find("Table"))) == 1
    assert list(document.find("BlockQuote")) == []
    assert "elle est ici en texte simple" in document.text


def test_a_report_whose_blocks_are_all_set_has_no_plain_text(make: Make, publish: Any) -> None:
    document = read_structure(make(publish(2024, body())))

    assert models.ReportPdf.objects.get().plain == []
    assert len(list(document.find("BlockQuote"))) == 2
    assert "texte simple" not in document.text


def test_a_note_whose_call_is_plain_text_leads_nowhere_back(
    make: Make, publish: Any, invalid: Any
) -> None:
    invalid("panic(1)", CALLOUT)
    note = '<bilan-note id="n-1">La <b>note</b>.</bilan-note>'
    page = publish(2024, stored(build.callout(f"Des mots{note}.", "Titre"), build.prose("x")))
    data = make(page)

    check_standards(data)
    assert models.ReportPdf.objects.get().plain == [page.body[0].id]
    assert "La note." in read_structure(data).text


def test_what_is_broken_outside_of_blocks_is_no_matter_of_any(
    publish: Any, invalid: Any, make: Make
) -> None:
    invalid("", QUOTE)
    process.TEMPLATE.write_text("#panic(1)", encoding="utf-8")
    with pytest.raises(process.NotSet):
        make(publish(2024, body()))


def list_findings(page: models.AnnualReportPage) -> list[str]:
    found = check_report(page).findings
    return [each.issue.place.block for each in found if each.code == "plain-in-pdf"]


def test_whoever_edits_reads_which_block_it_was_until_it_is_mended(
    make: Make, publish: Any, invalid: Any, caplog: pytest.LogCaptureFixture
) -> None:
    invalid("panic(1)")
    page = publish(2024, body())
    make(page)
    quotes = [page.body[2].id, page.body[5].id]
    draft = models.AnnualReportPage.objects.get(pk=page.pk)
    mended = draft.body.raw_data
    mended[2] = {**mended[2], "value": {"text": "<p>Une phrase.</p>", "attribution": "Elle"}}
    draft.body = json.dumps(list(mended))

    assert list_findings(page) == quotes
    assert list_findings(draft) == quotes[1:]
    assert all(block in caplog.text for block in quotes)


PARTS = [str(number) for number in range(64)]


@pytest.mark.parametrize("wrong", [{"0"}, {"63"}, {"31", "32"}, {"1", "20", "40", "41"}])
def test_parts_are_found_by_halves(wrong: set[str]) -> None:
    tries: list[set[str]] = []

    def is_set(plain: set[str]) -> bool:
        tries.append(plain)
        return wrong <= plain

    assert find_unset(PARTS, is_set, lambda: True) == wrong
    assert len(tries) <= 2 * 6 * len(wrong)


def test_parts_that_fail_together_alone_are_found_together() -> None:
    pair = {"3", "40"}
    found = find_unset(PARTS, lambda plain: bool(pair & plain), lambda: True)
    assert pair <= found


def test_once_nothing_may_be_tried_all_that_are_suspect_are_plain() -> None:
    tries = iter(range(3))

    def may_try() -> bool:
        return next(tries, None) is not None

    found = find_unset(PARTS, lambda plain: "0" in plain, may_try)
    assert "0" in found
    assert find_unset(PARTS, lambda plain: "0" in plain, lambda: False) == set(PARTS)


def iterate_words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [each for name, each in value.items() if name not in ("kind", "file", "svg")]
    if isinstance(value, list):
        for each in value:
            yield from iterate_words(each)
    elif isinstance(value, str) and value.startswith("mot"):
        yield value


def nodes(*words: str) -> list[dict[str, Any]]:
    return [{"kind": "text", "text": each, "children": []} for each in words]


ELEMENTS: list[dict[str, Any]] = [
    {"kind": "heading", "level": 2, "text": "mot1", "number": "1", "anchor": "a", "listed": True},
    {"kind": "prose", "nodes": nodes("mot1", "mot2")},
    {"kind": "callout", "elements": [{"kind": "prose", "nodes": nodes("mot1")}]},
    {"kind": "group", "elements": [{"kind": "status", "text": "mot1"}]},
    {"kind": "definitions", "items": [{"term": "mot1", "nodes": nodes("mot2")}]},
    {"kind": "figures", "items": [nodes("mot1"), nodes("mot2")]},
    {"kind": "note", "number": "1", "anchor": "note-1", "back": "", "nodes": nodes("mot1")}
    | {"below": nodes("mot2")},
    {"kind": "status", "text": "mot1"},
    {"kind": "target", "anchor": "bloc-1"},
    {"kind": "cited", "anchors": ["bloc-1"]},
    {"kind": "table", "caption": "mot1", "columns": [{"nodes": nodes("mot2")}]}
    | {"rows": [[nodes("mot3")]]},
    {"kind": "picture", "file": "", "svg": "", "alt": "mot1", "caption": "mot2"},
    {"kind": "quote", "nodes": nodes("mot1"), "attribution": "mot2"},
]


def test_every_kind_of_element_keeps_its_words_as_plain_text() -> None:
    template = process.TEMPLATE.read_text(encoding="utf-8")
    for element in ELEMENTS:
        plain = write_plainly(element)
        written = " ".join(iterate_words(plain))
        assert {each["kind"] for each in plain} <= {"heading", "note", "prose", "target"}
        assert [word for word in iterate_words(element) if word not in written] == [], element
    kinds = {each["kind"] for each in ELEMENTS}
    sets = template[template.index("#let set-elements") : template.index("// The cover.")]
    assert {kind for kind in kinds if f'"{kind}"' not in sets} == set()
    assert sets.count('kind == "') == len(kinds)
