"""What an import finds again in the body that it replaces, and what it takes for new."""

import pytest

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body
from reports.core.document.part import Role
from reports.core.document.traversal import visit_document
from reports.core.refusal import Refusal
from reports.publishing.models import Correction

pytestmark = pytest.mark.django_db

TABLE = """## Résultats

| Indicateur | 2023 | 2024 |
|---|---|---|
| Agents | 12 | 15 |
| Services | 30 | 41 |
| Communes | 100 | 120 |
"""
LISTS = """## Chiffres

- 12 services
- 3 agents

## Suite

Un paragraphe de fin.
"""


CHANGES = {
    "rows in another order": (
        TABLE,
        TABLE.replace("| Agents | 12 | 15 |\n", "") + "| Agents | 12 | 15 |\n",
    ),
    "a new row": (TABLE, TABLE.replace("| Services", "| Produits | 7 | 9 |\n| Services")),
    "a row with another name": (TABLE, TABLE.replace("Agents", "Agents publics")),
    "a new column": (
        TABLE,
        TABLE.replace(" | 2023", " | 2022 | 2023")
        .replace("|---|", "|---|---|", 1)
        .replace("Agents", "Agents | 9")
        .replace("Services", "Services | 8")
        .replace("Communes", "Communes | 80"),
    ),
    "a heading with another name": (TABLE, TABLE.replace("Résultats", "Indicateurs")),
    "a section before": (TABLE, f"## Avant\n\n- 5 lignes\n- 2 pages\n\n{TABLE}"),
    "a table before": (TABLE, f"{TABLE.replace('## Résultats', '')[1:]}\n{TABLE}"),
    "a new fact": (LISTS, LISTS.replace("- 3 agents", "- 8 sites\n- 3 agents")),
    "a fact with another name": (LISTS, LISTS.replace("12 services", "12 produits")),
    "a section between": (LISTS, LISTS.replace("## Suite", "## Entre\n\n- 40 rues\n\n## Suite")),
    "sections in another order": (f"{LISTS}\n{TABLE}", f"{TABLE}\n{LISTS}"),
}
CHANGES["facts in another order"] = (
    LISTS,
    LISTS.replace("- 12 services\n- 3 agents", "- 3 agents\n- 12 services"),
)


def latest() -> AnnualReportPage:
    return AnnualReportPage.objects.get(year=2024).get_latest_revision_as_object()


def list_figures() -> dict[str, str]:
    """Return the figures of the latest draft, as typed, by their paths."""
    return {
        visit.path: visit.value.raw
        for visit in visit_document(read_body(latest()))
        if visit.part.role in (Role.FIGURE, Role.CELL) and visit.value.raw
    }


@pytest.fixture
def replace_by(import_file, report_text):
    """Imports and publishes a text as a report, and then another; returns what was said."""

    def run(before: str, after: str, **options) -> list[str]:
        import_file(report_text(before), publish=True)
        options = {"replace": True, "publish": True, "reason": "Autre source.", **options}
        run.was = list_figures()
        return [str(notice) for notice in import_file(report_text(after), **options).notices]

    return run


@pytest.mark.parametrize("change", CHANGES)
def test_what_stays_keeps_its_address_and_is_not_corrected(replace_by, change):
    notices = replace_by(*CHANGES[change])
    now = list_figures()
    assert {path: now.get(path) for path in replace_by.was} == replace_by.was
    assert len(now) == len(set(now))
    assert not [notice for notice in notices if "version remplacée" in notice]
    assert not Correction.objects.exclude(before="").exists()  # what is new alone


def test_what_is_gone_is_said_and_its_address_is_not_used_again(replace_by):
    after = TABLE.replace("| Agents | 12 | 15 |", "| Sites | 14 | 18 |")
    notices = replace_by(TABLE, after, publish=False)
    gone = {path for path, raw in replace_by.was.items() if raw in ("12", "15")}
    assert len(gone) == 2
    assert not gone & set(list_figures())
    [notice] = [each for each in notices if "version remplacée" in each]
    assert "› « Agents »." in notice


def test_a_figure_that_differs_is_asked_at_its_own_row(replace_by):
    moved = TABLE.replace("| Agents | 12 | 15 |\n", "") + "| Agents | 12 | 16 |\n"
    with pytest.raises(Refusal, match="Agents") as refusal:
        replace_by(TABLE, moved, reason="")
    assert "16 au lieu de 15" in str(refusal.value)
    assert "Communes" not in str(refusal.value)


def test_the_same_file_twice_gives_the_same_ids(replace_by, import_file, report_text):
    text = f"{LISTS}\n{TABLE}"
    replace_by(text, f"{TABLE}\n{LISTS}")
    first = latest().body.get_prep_value()
    import_file(report_text(f"{TABLE}\n{LISTS}"), replace=True)
    assert latest().body.get_prep_value() == first


def test_an_inserted_section_takes_no_anchor_of_another(replace_by):
    replace_by(LISTS, LISTS.replace("## Chiffres", "## Avant\n\n- 5 rues\n\n## Chiffres"))
    old = {
        raw["value"]["text"]: raw["value"].get("old_anchors")
        for raw in latest().body.raw_data
        if raw["type"] == "heading"
    }
    assert not any(old.values())
