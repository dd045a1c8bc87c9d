"""The body with every variant has each block of a report, and each field in each state."""

from collections import defaultdict
from typing import Any

from wagtail import blocks

from reports import models
from reports.content.blocks.reference_names import ReferenceNameBlock
from reports.content.folding.bodies import ReportBody
from reports.content.tables import KeptTableBlock, TableBlock
from reports.core.document import read
from reports.core.document.block import BLOCKS
from reports.core.document.block_ids import list_ids
from tests.reports.every_variant import build_body

UNSEEN = (ReferenceNameBlock, KeptTableBlock)
"""What the forms remember, and nobody edits."""
ROW = {"ref", "url", "note", "leading"}
CELL = {"raw", "read_as", "url"}

States = dict[str, set[Any]]


def build_unsaved() -> dict[str, Any]:
    """Return records that no database has."""
    return {
        "picture": models.Picture(pk=1, collection_id=1),
        "document": models.ReportDocument(pk=2, collection_id=1),
        "incubator": models.Incubator(pk=3, slug="fabrique"),
        "service": models.Service(pk=4, slug="mano"),
        "term": models.Term(pk=5, slug="etp"),
        "funding_round": models.FundingRound(pk=6, slug="2024", year=2024),
        "indicator": models.Indicator(pk=7, code="agents"),
    }


def collect_states(form: Any, stored: Any, place: str, found: States) -> None:
    """Note in which states the fields of a form occur in a stored value."""
    match form:
        case blocks.BaseStructBlock():
            for name, child in form.child_blocks.items():
                collect_states(child, (stored or {}).get(name), f"{place}.{name}", found)
        case blocks.ListBlock():
            found[place].add(bool(stored))
            for item in stored or ():
                value = item["value"] if isinstance(item, dict) else item
                collect_states(form.child_block, value, f"{place}.item", found)
        case TableBlock():
            rows = stored["rows"] if stored else []
            found[place] |= {name for row in rows for name in ROW & row.keys() if row[name]}
            cells = [cell for row in rows for cell in row["cells"] if isinstance(cell, dict)]
            found[place] |= {f"cell {name}" for cell in cells for name in cell}
        case blocks.ChoiceBlock():
            found[place].add(stored)
        case _:
            found[place].add(bool(stored))


def list_wanted(form: Any, place: str, found: States) -> None:
    """Note all states in which the fields of a form can be."""
    match form:
        case blocks.BaseStructBlock():
            for name, child in form.child_blocks.items():
                list_wanted(child, f"{place}.{name}", found)
        case blocks.ListBlock():
            found[place] = {True, False}
            list_wanted(form.child_block, f"{place}.item", found)
        case TableBlock():
            row = ROW if form.reference else ROW - {"ref"}
            found[place] = row | {f"cell {name}" for name in CELL}
        case blocks.ChoiceBlock():
            found[place] = {value for value, _ in form.field.choices if value}
        case blocks.IntegerBlock():
            found[place] = {True}
        case _ if not isinstance(form, UNSEEN):
            found[place] = {True} if form.required else {True, False}


def test_every_field_of_every_block_occurs_filled_and_where_it_may_be_empty() -> None:
    forms = ReportBody().child_blocks
    found: States = defaultdict(set)
    wanted: States = {}
    for block in build_body(build_unsaved()):
        collect_states(forms[block["type"]], block["value"], block["type"], found)
    for name, form in forms.items():
        list_wanted(form, name, wanted)

    missing = {place: states - found[place] for place, states in wanted.items()}
    assert {place: states for place, states in missing.items() if states} == {}
    assert {place.partition(".")[0] for place in wanted} == set(BLOCKS)


def test_a_figure_occurs_plain_corrected_and_as_words() -> None:
    figures = [
        item["value"]["figure"]
        for block in build_body(build_unsaved())
        if block["type"] == "fact_list"
        for item in block["value"]["items"]
    ]
    assert {type(figure) for figure in figures} == {str, dict}


def test_ids_are_unique_and_the_document_knows_every_block() -> None:
    body = build_body(build_unsaved())
    ids = list_ids(body)
    assert len(ids) == len(set(ids))
    document = read(body)
    assert len(document.known_blocks) == len(body)
    assert len(document.notes) > 5
