"""Findings of one cause in many places are one finding."""

from dataclasses import replace

import pytest

from reports.authoring.replacements.blocks import replace_blocks
from reports.authoring.replacements.collector import Collector
from reports.checks.admin.template_context import list_all_names
from reports.checks.finding import Finding
from reports.checks.gathering import MAX_NAMES, gather_findings
from reports.checks.rule import RULES, Rule
from reports.checks.runner import run_rules
from reports.core.reading import Reading
from reports.core.text.missing_spaces import fix_missing_spaces
from tests.reports.checks.build import data_table, heading, links, picture, prose, report
from tests.reports.checks.cases.import_notice import ASKED
from tests.reports.checks.test_rules import is_french, load_cases

SUMMED = [pytest.param(rule, id=rule.code) for rule in RULES.values() if rule.summary]


def find_in(reading: Reading, code: str) -> list[Finding]:
    return [f for f in gather_findings(run_rules(reading, {})) if f.code == code]


def uncaptioned(count: int) -> list[tuple[str, dict[str, object]]]:
    return [data_table(("Lieu", f"Prêts {n}"), ("A", "1"), caption="") for n in range(count)]


def test_many_captions_are_one_finding_that_names_some_and_counts_all() -> None:
    (finding,) = find_in(report(*uncaptioned(9)), "table-without-caption")

    assert finding.issue.message.startswith("9 tableaux n’ont pas de légende : « Lieu, Prêts 0 »")
    assert f"« Lieu, Prêts {MAX_NAMES - 1} » et {9 - MAX_NAMES} de plus" in finding.issue.message
    assert len(finding.blocks) == len(finding.singles) == 9


def test_one_caption_is_told_as_it_is() -> None:
    (finding,) = find_in(report(*uncaptioned(1)), "table-without-caption")

    assert finding.issue.message == "Le tableau « Lieu, Prêts 0 » n’a pas de légende."
    assert finding.singles == (finding,)


def test_many_pictures_or_paths_are_one_finding() -> None:
    pictures = report(*(picture(source_url=f"/img/{n}.png", picture=n) for n in range(3)))
    (finding,) = find_in(pictures, "picture-without-alternative")
    assert "3 images" in finding.issue.message
    assert finding.is_error

    paths = {f"/{part}/{n}": "absent" for part in ("a", "b") for n in range(4)}
    leading = report(*(links(("Une page", path)) for path in paths), paths=paths)
    (finding,) = find_in(leading, "absent-path")
    assert "8 endroits" in finding.issue.message
    assert "« /a/… », « /b/… »" in finding.issue.message
    assert "/b/3" in finding.issue.evidence


def test_spaces_of_many_blocks_are_one_finding() -> None:
    (finding,) = find_in(report(prose("Près de 50%."), prose("Un coût: 3 €.")), "spacing-missing")
    assert "dans 2 blocs : « 50% » s’écrit « 50 % », « coût: »" in finding.issue.message


def test_words_in_quotation_marks_stand_in_others() -> None:
    (finding,) = find_in(report(prose("Un lieu «excellent» pour tous.")), "spacing-missing")
    assert "“«excellent»” s’écrit “« excellent »”" in finding.issue.message


def test_numbers_that_read_two_ways_are_one_finding() -> None:
    notices = tuple(f"{sentence} {ASKED}" for sentence in ("ligne 3 : a.", "ligne 4 : b."))
    notices += ("ligne 9 : 5 autres lignes ont un nombre qui se lit de deux façons.",)
    (finding,) = find_in(report(prose("Rien."), notices=notices), "import-notice")
    assert finding.issue.message == "À l’import, ligne 3 : a ; 6 autres lignes sont dans ce cas."
    assert finding.issue.evidence == notices[:2]


def test_other_rules_are_not_gathered() -> None:
    twice = report(prose("Les les lieux."), prose("Une une page."))
    assert len(find_in(twice, "doubled-word")) == 2


def test_a_key_keeps_findings_apart() -> None:
    single = run_rules(report(*uncaptioned(4)), {})
    ranks = {f.fingerprint: f.issue.place.rank % 2 for f in single}
    apart = gather_findings(single, lambda finding: ranks[finding.fingerprint])
    assert [len(f.singles) for f in apart if f.code == "table-without-caption"] == [2, 2]


def test_the_order_is_that_of_the_report() -> None:
    mixed = report(heading("Un titre"), *uncaptioned(2), prose("Les les lieux."))
    ranks = [f.issue.place.rank for f in gather_findings(run_rules(mixed, {}))]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("rule", SUMMED)
def test_a_summary_is_french_and_names_what_it_counts(rule: Rule) -> None:
    issues = [issue for case in load_cases(rule, "WRONG") for issue in rule.find(case)]
    several = [
        Finding(rule, replace(issue, evidence=(*issue.evidence, str(number))), "")
        for number, issue in enumerate(issues)
    ]
    (finding,) = gather_findings(several)

    is_french(finding.issue)
    assert len(finding.singles) == len(issues) > 1
    assert all(name for issue in issues for name in issue.names)
    assert issues[0].names[0] in finding.issue.message


def test_an_example_of_several_blocks_is_named_and_counted_once() -> None:
    """The message and the list that it unfolds into say the same number."""
    blocks = (
        prose(f"Voir le n°352, à {rank}% près, puis à {rank + 30}%.") for rank in range(10, 20)
    )
    (finding,) = find_in(report(*blocks), "spacing-missing")

    names = list_all_names(finding)
    assert finding.issue.message.count("n°352") == 1
    assert f"et {len(names) - MAX_NAMES} de plus" in finding.issue.message
    assert len(names) == len(set(names)) == 21


@pytest.mark.parametrize(
    ("head", "is_fixable"), [("30000 €", False), ("(30000)", False), ("30000 € par an", True)]
)
def test_a_number_in_a_cell_is_none_that_a_machine_mends(head: str, is_fixable: bool) -> None:
    """The replacement finds in the same block what the finding says it would."""
    kind, value = data_table(("Montant", "2024"), (head, "12"), caption="Lauréats")
    (finding,) = find_in(report((kind, value)), "spacing-missing")
    collector = Collector(lambda text, native: fix_missing_spaces(native), with_figures=False)
    replace_blocks(collector, [{"type": kind, "id": "a", "value": value}])

    assert finding.issue.is_fixable is is_fixable is bool(collector.passages)


def test_one_block_that_can_be_mended_is_enough() -> None:
    table = data_table(("Montant", "2024"), ("30000 €", "12"), caption="Lauréats")
    (finding,) = find_in(report(table, prose("Près de 50%.")), "spacing-missing")

    assert finding.issue.is_fixable
