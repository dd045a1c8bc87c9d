"""Names with capitals inside, and reports in English, give no finding about how they are typed."""

from dataclasses import replace

import pytest

from reports.checks.runner import run_rules
from reports.core.figures.locale import Locale
from reports.core.reading import Reading
from tests.reports.checks.build import (
    card,
    data_table,
    definitions,
    fact_list,
    heading,
    impact_cards,
    links,
    prose,
    report,
)

NAMES = ("LaSuite", "beta.gouv", "FranceConnect", "GitHub", "OpenStreetMap", "ProConnect", "eSanté")
FRENCH = [
    report(heading("LaSuite et beta.gouv"), prose("La solution est sur GitHub.")),
    report(prose(*(f"Le service {name} a grandi, avec {name}\u202f: voilà." for name in NAMES))),
    report(definitions(*((name, "Un service.") for name in NAMES)), prose(", ".join(NAMES))),
    report(
        impact_cards(*(card(name, ("", "12", f"agents avec {name}")) for name in NAMES)),
        fact_list(*((f"{name} a", "12", "agents") for name in NAMES)),
        data_table(("Service", "2024"), *((name, "12") for name in NAMES)),
        links(*((name, f"https://exemple.fr/{name}") for name in NAMES)),
    ),
]
ENGLISH = (
    prose("Visits rose: 12% more; what next? The net promoter score was 68. It had had 3 MB."),
    prose("Our “open” library costs £12.5m; that is 8% less than in 2023."),
    heading("Why libraries?"),
    prose("Because."),
)


@pytest.mark.parametrize("case", FRENCH)
def test_a_name_with_capitals_inside_is_a_name(case: Reading) -> None:
    assert [f.issue.message for f in run_rules(case, {})] == []


def test_rules_of_french_typing_judge_french_alone() -> None:
    reading = report(*ENGLISH)
    french = {f.code for f in run_rules(reading, {})}
    reading.document = replace(reading.document, locale=Locale("en", "GBP"))

    assert {"spacing-missing", "english-unmarked", "bytes-in-english"} <= french
    assert [f.issue.message for f in run_rules(reading, {})] == []
