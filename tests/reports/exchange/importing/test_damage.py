"""Damaged files: the same words as the intact file, or a refusal that names the line."""

from functools import cache
from pathlib import Path

import pytest

from reports.exchange.importing import fidelity
from tests.depth import take

from . import damage
from .damage import Reading, classify_damage, closing, pairs, read, without, without_lines

YEARS = (2023, 2024)
CHUNKS = 5


@cache
def report(folder: Path, year: int) -> tuple[str, Reading]:
    text = (folder / str(year) / f"{year}.md").read_text(encoding="utf-8")
    return text, read(text)


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("year", YEARS)
def test_each_closing_tag(real_reports, record_property, year, chunk):
    text, intact = report(real_reports, year)
    for piece in closing(text)[chunk::CHUNKS]:
        verdict = classify_damage(intact, read(without(text, [piece])), [piece])
        record_property(f"counted: {piece.name} of {year} taken out: {verdict}", 1)
        assert verdict != "wrong", piece


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("year", YEARS)
def test_pairs_of_closing_tags(real_reports, record_property, year, chunk):
    text, intact = report(real_reports, year)
    for pair in pairs(text, take(100, 40), year)[chunk::CHUNKS]:
        verdict = classify_damage(intact, read(without(text, pair)), pair)
        record_property(f"counted: pairs of closing tags of {year} taken out: {verdict}", 1)
        assert verdict != "wrong", pair


@pytest.mark.parametrize("year", YEARS)
def test_a_closing_tag_with_its_line(real_reports, year):
    text, intact = report(real_reports, year)
    for piece in closing(text)[year % 3 :: 3]:
        if damaged := without_lines(text, piece):
            assert classify_damage(intact, read(damaged), [piece]) != "wrong", piece


@pytest.mark.parametrize("year", YEARS)
def test_an_opening_tag(real_reports, year):
    text, intact = report(real_reports, year)
    opening = [piece for piece in damage.pieces(text) if not piece.name.startswith("</")]
    for piece in opening[year % 5 :: 5]:
        assert classify_damage(intact, read(without(text, [piece])), [piece]) != "wrong", piece


@pytest.mark.parametrize("year", YEARS)
def test_all_closing_tags_at_once(real_reports, year):
    text, intact = report(real_reports, year)
    assert read(without(text, closing(text))) == intact


@pytest.mark.parametrize("year", YEARS)
def test_line_endings_marks_and_tabs_change_nothing(real_reports, year):
    text, intact = report(real_reports, year)
    assert read(text.replace("\n", "\r\n").encode()) == intact
    assert read(text.encode("utf-8-sig")) == intact
    lines = text.split("\n")
    tabs = ["\t" * ((len(x) - len(x.lstrip(" "))) // 4) + x.lstrip(" ") for x in lines]
    assert read("\n".join(tabs)) == intact


@pytest.mark.parametrize("tenth", range(1, 10))
@pytest.mark.parametrize("year", YEARS)
def test_a_truncated_file_says_what_it_has(real_reports, year, tenth):
    text, intact = report(real_reports, year)
    found = read(text[: len(text) * tenth // 10])
    if found.refusal:
        assert " ligne " in found.refusal
    else:  # but for what the cut goes through
        known = set(intact.words)
        strange = [word for word in found.words if word not in known]
        assert len(strange) <= 3
        assert found.words[:-8] == intact.words[: len(found.words) - 8] or strange


BEFORE = """## Équipes

Avant 12 services.

"""
CHART = """![Barres](/img/g.png "Produits par incubateur")

<div class="fr-transcription">
    <button class="fr-transcription__btn" aria-expanded="false">Transcription</button>
    <div class="fr-modal__content">
        <h1 class="fr-modal__title">Produits par incubateur</h1>
        <ul>
            <li>59 produits à la DINUM</li>
            <li>14 produits à l’IGN</li>
        </ul>
    </div>
</div>
"""
AFTER = """
## Sondage

| Question | Résultat |
|---|---|
| Répondants | 227 |

<div class="fr-callout">
    <p>Un <b>mot</b> et <a href="/stats">un lien</a></p>
</div>

<table>
    <tr><th>Nom</th><th>Nombre</th></tr>
    <tr><td><p>Un</p></td><td><p>12 500</p></td></tr>
</table>

Fin du texte.
"""
SMALL = BEFORE + CHART + AFTER


def replaced(old: str, new: str, text: str = SMALL) -> str:
    assert old in text
    return text.replace(old, new, 1)


# Where it is certain what the author meant.
REPAIRED = {
    "a button": replaced("</button>", ""),
    "a blank line in HTML": replaced("</button>\n", "</button>\n\n"),
    "blank lines everywhere in HTML": replaced(CHART, CHART.replace("\n", "\n\n")),
    "no indentation": replaced(CHART, "\n".join(map(str.strip, CHART.split("\n")))),
    "no indentation and a missing div": replaced(
        CHART, "\n".join(map(str.strip, CHART.replace("</div>\n</div>", "</div>").split("\n")))
    ),
    "ends in the wrong order": replaced("</b> et", "</p></b> et").replace("</p></b>", "</b>"),
    "a link and its paragraph crossed": replaced("</a></p>", "</p></a>"),
    "a list and its box crossed": replaced("</ul>\n    </div>", "</div>\n    </ul>"),
    "paragraphs in cells": replaced("<td><p>Un</p></td>", "<td><p>Un</td>"),
    "every paragraph and cell": SMALL.replace("</p>", "").replace("</td>", ""),
    "bold": replaced("</b>", ""),
    "a list": replaced("</ul>\n", ""),
    "a table": replaced("</table>\n", ""),
    "the callout's div": replaced("</p>\n</div>", "</p>\n"),
    "a comment": replaced("Avant", "<!-- secret 99 --> Avant"),
    "a comment in HTML": replaced("<ul>", "<!-- <ul> --><ul>"),
    "an iframe": replaced("Fin du", "<iframe src='https://example.org'>\n\nFin du"),
    "an uppercase tag": replaced("</ul>", "</UL>"),
}
# Where it is not: the line that the refusal names.
REFUSED = {
    "a button before words": (replaced("</button>", " de la carte"), 8),
    "an opening div": (replaced('    <div class="fr-modal__content">\n', ""), 14),
    "an opening item": (replaced("<li>14", "14"), 13),
    "both tags of an item": (replaced("<li>14 produits à l’IGN</li>", "14 produits à l’IGN"), 13),
    "an opening link": (replaced('<a href="/stats">', ""), 25),
    "a quote": (replaced('class="fr-callout"', 'class="fr-callout'), 24),
    "a quote in a line of Markdown": (replaced("Avant", '<span lang="en>bug</span> avant'), 3),
    "a bracket": (replaced("<ul>", "<ul"), 11),
    "the first bracket": (replaced("<ul>", "ul>"), 11),
    "a bracket of an end tag": (replaced("</ul>", "</ul"), 14),
    "a picture's quote": (replaced('incubateur")', "incubateur)"), 5),
    "a comment": (replaced("Fin du", "<!-- Fin du"), 33),
    "a comment in words": (replaced("Avant", "Avant <!-- note"), 3),
    "a comment in a comment": (
        replaced("Avant", "<!-- a\n\nAvant").replace("Fin", "<!-- b --> Fin"),
        3,
    ),
    "a comment that swallows a list": (replaced("<ul>", "<!-- note\n<ul>"), 11),
    "a tag typed in words": (replaced("Avant", "Avant <b et"), 3),
    "a script": (replaced("Fin du", "<script>\n\nFin du"), 33),
    "digits in superscript": (replaced("<b>mot</b>", "<b>78<sup>1</b> sur 500"), 25),
    "words in an end tag": (replaced("</b> et", "</b et>"), 25),
    "a heading of two lines": (
        replaced("incubateur</h1>", "incubateur\n        Graphique"),
        10,
    ),
    "an opening box over a section": (
        replaced(CHART, CHART.removesuffix("</div>\n"))
        .replace('<div class="fr-callout">\n', "")
        .replace("    <p>Un <b>", "<p>Un <b>"),
        24,
    ),
}
# What a reader sees as well, though the intact file does not have it.
TYPED = {
    "less than": (replaced("Avant 12", "Avant < 12"), ["<"]),
    "less than a number": (replaced("Avant 12", "Avant <12"), ["<"]),
    "words in brackets": (replaced("Avant", "<agents> Avant"), ["<", "agents", ">"]),
    "brackets in HTML": (replaced("Un <b>", "Un <agent> <b>"), ["<", "agent", ">"]),
    "the end of a comment": (replaced("Avant", "<!-- a --> --> Avant"), [">"]),
    "an entity without its end": (replaced("Avant", "Avant &eacut ;"), ["eacut"]),
}


@pytest.mark.parametrize("name", REPAIRED)
def test_what_is_certain_is_repaired(name):
    assert read(REPAIRED[name]) == read(SMALL)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_in_doubt_is_refused_with_its_line(name):
    text, line = REFUSED[name]
    assert f"  ligne {line} : " in read(text).refusal


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_is_seen(name):
    text, more = TYPED[name]
    found = list(read(text).words)
    for word in more:
        found.remove(word)
    assert found == list(read(SMALL).words)


def test_a_chart_takes_its_data_from_its_own_transcription():
    text = replaced("    </div>\n</div>\n\n## Sondage", "\n## Sondage")
    text = text.replace("<ul>", "").replace("</ul>", "").replace("<li>", "").replace("</li>", "")
    found = read(text)
    assert found.refusal or "227" not in str(found.data)
    assert read(SMALL).data == ((("DINUM", "59"), ("IGN", "14")),)


def test_a_comment_that_holds_another_hides_nothing():
    assert {"un", "deux", "quatre"} <= set(
        fidelity.list_visible_words("un <!-- deux <!-- trois --> quatre", "")
    )


def test_a_control_is_left_out_for_its_own_label_alone():
    control = '<div class="fr-btn--close">{}<ul><li>Douze mots</li></ul></div>\n\n'
    intact = read(SMALL).words
    labelled = read(BEFORE + control.format("Fermer") + CHART + AFTER)
    assert len(labelled.words) == len(intact) + 2
    worded = BEFORE + control.format("Tout est dit ici") + CHART + AFTER
    assert (
        len(read(worded).words) == len(fidelity.list_visible_words(worded, "")) == len(intact) + 6
    )


def test_a_transcription_keeps_what_stands_beside_its_box():
    text = replaced("    </div>\n</div>\n", "    </div>\n    <p>Source : agents</p>\n</div>\n")
    assert len(read(text).words) == len(read(SMALL).words) + 2


@pytest.mark.parametrize("entity", ["&nbsp", "&eacute", "&#233", "&#xE9;", "&#0;", "&amp;lt;", "&"])
def test_an_entity_loses_no_word(entity):
    for text in (
        replaced("Avant", f"Avant{entity} mot"),
        replaced("<b>mot</b>", f"<b>{entity} mot</b>"),
    ):
        found = read(text)
        assert " ligne " in found.refusal or {"mot", "Fin"} <= set(found.words)
        assert found.refusal or len(found.words) >= len(read(SMALL).words)
