"""The real reports: every slip is found, and every finding is expected."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reports.checks.check_result import check_latest
from reports.checks.finding import Finding
from reports.content.models import AnnualReportPage

FILE = Path(__file__).with_name("expected.toml")
EXPECTED = tomllib.loads(FILE.read_text(encoding="utf-8"))
YEARS = (2023, 2024)

pytestmark = pytest.mark.django_db


def finding_text(finding: Finding) -> str:
    words = " ".join((finding.issue.message, *finding.issue.evidence))
    return words.translate({0x202F: " ", 0xA0: " "})


def is_expected(finding: Finding, expected: dict[str, Any]) -> bool:
    words = finding_text(finding)
    return finding.code == expected["code"] and all(part in words for part in expected["has"])


@pytest.fixture
def found(real_reports: Path, import_file: Any) -> dict[int, list[Finding]]:
    for year in YEARS:
        folder = real_reports / str(year)
        import_file(folder / f"{year}.md", assets=folder, publish=True)
    pages = {page.year: page for page in AnnualReportPage.objects.all()}
    return {year: check_latest(pages[year]).findings for year in YEARS}


def test_nothing_is_missed_and_nothing_else_is_found(found: dict[int, list[Finding]]) -> None:
    for year, findings in found.items():
        left = list(findings)
        missed = []
        for expected in [e for e in EXPECTED["finding"] if e["year"] == year]:
            match = next((f for f in left if is_expected(f, expected)), None)
            if match is None:
                missed.append(expected)
            else:
                left.remove(match)
        assert missed == []
        assert [f"{f.code}: {f.issue.message}" for f in left] == []


def test_what_is_imported_as_it_was_is_acknowledged_and_stays_seen(
    real_reports: Path, import_file: Any
) -> None:
    folder = real_reports / "2024"
    outcome = import_file(
        folder / "2024.md", assets=folder, publish=True, acknowledge="Publié ainsi en 2025."
    )
    page = AnnualReportPage.objects.get()
    checked = check_latest(page)

    assert page.live
    assert checked.open == []
    assert len(checked.acknowledged) == outcome.checked["acknowledged"] > 30
    (broken,) = [f for f in checked.findings if f.is_error]
    given = checked.get_acknowledgement(broken)
    assert given is not None
    assert (given.by, given.reason) == ("Import", "Publié ainsi en 2025.")


def test_the_list_of_what_is_expected_copies_no_sentence() -> None:
    for expected in EXPECTED["finding"]:
        assert all(len(part) <= 45 for part in expected["has"]), expected
