"""How lines are read for rules about the way words are typed."""

import json
import time

import pytest

from reports.checks import rules
from reports.checks.rule import RULES
from reports.checks.rules.languages import LEXICON
from reports.core.reading.lines import FOREIGN, iterate_lines, iterate_runs, split_paragraphs
from tests.reports.checks.build import chart, data_table, key_figures, prose, report

rules.load_rules()

MAX_SECONDS = 20  # seconds of a slow machine: what grows as the square of a text takes minutes


def test_a_line_break_in_the_source_is_a_space_and_a_tag_a_new_line() -> None:
    found = split_paragraphs(
        "<p>Une\nligne<br/>puis</p><ul>\n<li>un</li>\n<li><b>deux</b></li></ul>"
    )
    assert [line.text for line in found] == ["Une ligne", "puis", "un", "deux"]
    assert [line.listed for line in found] == [False, False, True, True]
    assert [line.bold for line in found] == [False, False, False, True]


def test_words_in_another_language_are_blotted_out() -> None:
    (line,) = split_paragraphs(
        '<p>Un <i lang="en">bug <b>bounty</b></i>, <b lang="fr-FR">oui</b></p>'
    )
    assert line.text == "Un bug bounty, oui"
    assert line.native == f"Un {FOREIGN * 10}, oui"


@pytest.mark.parametrize("html", ["", "<p>", "</p></b>", "<", "a < b", "<p><b></p>x", "&nbsp;"])
def test_broken_html_is_read_as_far_as_it_goes(html: str) -> None:
    for line in split_paragraphs(html):
        assert line.text.strip()
        assert len(line.text) == len(line.native)


def test_a_fact_is_one_line_or_its_words() -> None:
    found = report(key_figures(("Coût :", "1,30€", "par mois")))
    assert [line.text for line in iterate_lines(found)] == ["Coût : 1,30€ par mois"]
    assert [line.text for line in iterate_runs(found)] == ["Coût :", "par mois"]


def test_the_lexicon_is_in_lower_case_and_in_french() -> None:
    lexicon = json.loads(LEXICON.read_text(encoding="utf-8"))
    assert len(lexicon) >= 60
    for english, french in lexicon.items():
        assert english == english.lower().strip()
        assert french.strip()
        assert french.lower() != english


ODD = [
    report(chart("", ("", "", ""), ("a",), columns=())),
    report(chart("Zéros", ("a", "0"), transcription="<p>0</p>"), data_table((), ())),
    report(*(prose(f"Partie {n} : 50% (oui") for n in range(500))),
    report(prose("<p>" + "1 " * 50_000 + "</p>")),
    report(prose("<p>" + "(«a:; " * 20_000 + "</p>")),
    report(prose("x" * 100_000 + "%" + "a@" * 20_000)),
    report(key_figures(("- " * 20_000, "12", " - 3 a" * 6_000))),
    report(prose("<b" * 20_000), prose("<b>" * 20_000 + "a")),
    report(prose("12345 " * 20_000 + "5%" * 20_000)),
    report(prose("1. a : - b, " * 6_000)),  # a rule reads the words around each number
]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_no_rule_fails_or_lingers_on_odd_reports(rule) -> None:  # type: ignore[no-untyped-def]
    for case in ODD:
        start = time.thread_time()
        list(rule.find(case))
        assert time.thread_time() - start < MAX_SECONDS
