"""What findings say, and where: units, spaces, places that read alike, words beside the blocks."""

from dataclasses import replace

import pytest

from reports.checks.admin.template_context import list_all_names, number_alike
from reports.checks.finding import Finding
from reports.checks.gathering import gather_findings
from reports.checks.rule import RULES, Issue, Severity
from reports.checks.rules.targets import describe_gap
from reports.checks.runner import run_rules
from reports.core import figures
from reports.core.reading.parts import Text
from reports.core.reading.place import WHOLE, Place
from tests.reports.checks.build import card, heading, impact_cards, picture, prose, report


@pytest.mark.parametrize(
    ("result", "target", "gap"),
    [
        ("17,4 %", "50 %", "32,6 points"),
        ("49 %", "50 %", "1 point"),
        ("12", "15", "3"),
        ("1 200,5 €", "1 500 €", "299,5 €"),
        ("3 ETP", "12 ETP", "9 ETP"),
    ],
)
def test_a_gap_has_its_unit(result: str, target: str, gap: str) -> None:
    said = describe_gap(figures.parse(result), figures.parse(target))
    assert said.replace("\u202f", " ").replace("\xa0", " ") == gap


def test_no_line_of_a_message_ends_in_quotation_marks() -> None:
    issue = Issue(WHOLE, "« Un mot » : dit 1 200 fois.", "Écrivez « mot ».", ())
    assert issue.shown_message == "«\u202fUn mot\u202f»\u00a0: dit 1\u202f200 fois."
    assert issue.shown_hint == "Écrivez «\u202fmot\u202f»."


def test_places_that_read_alike_have_a_number() -> None:
    places = [Place(f"b{n}", n, "7.4 Presse", ("Image",)) for n in range(3)]
    issue = Issue(places[0], "", "", (), tuple(places[1:]))
    [rule] = [rule for rule in RULES.values() if rule.code == "picture-without-alternative"]
    named = [words for _, words in number_alike(Finding(rule, issue, ""))]
    assert named == ["7.4 Presse › Image (2)", "7.4 Presse › Image (3)"]

    [finding] = [
        found
        for found in gather_findings(run_rules(report(heading("Presse"), picture(), picture()), {}))
        if found.code == rule.code
    ]
    assert finding.rule.severity is Severity.ERROR
    assert "« 1 Presse › Image », « 1 Presse › Image » (2)" in finding.issue.message


@pytest.mark.parametrize("code", ["marks-straight", "spacing-breaking", "spacing-missing"])
def test_words_beside_the_blocks_are_read_too(code: str) -> None:
    words = "L'an dit : oui; et 'non'."
    reading = report(prose("Rien."))
    assert code not in {found.code for found in run_rules(reading, {})}
    reading.beside = [Text(WHOLE.below("Chapô"), "introduction", words, f"<p>{words}</p>")]
    assert code in {found.code for found in run_rules(reading, {})}


def test_a_finding_in_a_card_is_placed_by_the_name_of_the_card() -> None:
    trail = ("Cartes d’impact", "Cartes", "7 Mano")
    place = Place("b", 0, "4.2 Cartes", trail, item_name="Mano")
    assert str(place.below("Mano", "En 2023")).endswith("Cartes › 7 Mano › En 2023")
    assert str(place.below("Pix")).endswith("7 Mano › Pix")


def test_a_card_with_a_long_name_is_named_once() -> None:
    place = report(impact_cards(card(f"Mano {'et ses amis ' * 9}".strip()))).cards[0].place
    assert str(place).startswith("Cartes d’impact › Cartes › 1 Mano et ses amis")
    assert str(place).count("Mano") == 1


def test_what_a_message_leaves_out_can_be_unfolded() -> None:
    words = [prose(f"<p>Le groupe n°{n}.</p>") for n in range(100, 110)]
    [finding] = [
        found
        for found in gather_findings(run_rules(report(*words), {}))
        if found.code == "spacing-missing"
    ]
    names = list_all_names(finding)
    assert "et 4 de plus" in finding.issue.message
    assert len(names) == 10
    assert all(f"n°{n}" in name for n, name in enumerate(names, 100))
    assert not list_all_names(replace(finding, issue=replace(finding.issue, message="Rien.")))
