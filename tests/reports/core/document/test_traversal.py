"""One walk gives each value its path, its place for people, its section and its role."""

from reports.core.document import read
from reports.core.document.part import Role
from reports.core.document.traversal import Visit, visit_document


def heading(text: str, level: int, id: str) -> dict[str, object]:
    return {"type": "heading", "id": id, "value": {"text": text, "level": str(level)}}


CARD = {
    "name": "Mano",
    "service": 7,
    "facts": [{"type": "item", "id": "f", "value": {"figure": "442", "after": "organisations"}}],
}
CARDS = {
    "type": "impact_cards",
    "id": "c",
    "value": {"cards": [{"type": "item", "id": "m", "value": CARD}]},
}
TABLE = {
    "type": "indicator_table",
    "id": "t",
    "value": {
        "caption": "Indicateurs",
        "table": {
            "columns": [{"id": "a", "heading": "Nom"}, {"id": "y", "heading": "2024"}],
            "rows": [
                {"id": "r", "cells": ["Agents", "217"], "ref": "agents", "note": "<i>Note</i>"}
            ],
        },
    },
}


def visits(*blocks: object) -> list[Visit]:
    return list(visit_document(read(list(blocks))))


def test_a_path_begins_with_the_nearest_id():
    paths = {visit.path for visit in visits(CARDS)}

    assert {"c/cards", "m/name", "m/facts", "f/figure"} <= paths


def test_a_path_does_not_change_with_the_order():
    other = {"type": "item", "id": "n", "value": {"name": "Docs"}}
    moved = {**CARDS, "value": {"cards": [other, CARDS["value"]["cards"][0]]}}

    before = {visit.path for visit in visits(CARDS)}

    assert before <= {visit.path for visit in visits(heading("Un", 2, "h"), moved)}


def test_a_place_is_told_in_the_words_of_the_editor():
    (found,) = (
        visit for visit in visits(heading("Impact", 2, "h"), CARDS) if visit.name == "after"
    )

    assert found.place == "1 Impact › Cartes d’impact › Cartes › 1 Mano › Faits › 1 › Après"


def test_a_label_that_repeats_the_one_above_is_said_once():
    links = {"type": "links", "id": "l", "value": {"items": [{"text": "Voir", "url": "/stats"}]}}

    (found,) = (visit for visit in visits(links) if visit.part.role is Role.TEXT)

    assert found.place == "Liens › 1 Voir › Texte"


def test_cells_have_their_row_and_column():
    found = [(each.path, each.place, each.part.role) for each in visits(TABLE)]

    assert ("r/y", "Tableau d’indicateurs › Indicateurs › Agents › 2024", Role.CELL) in found
    assert ("r/a", "Tableau d’indicateurs › Indicateurs › Agents", Role.ROW_HEAD) in found


def test_references_say_what_they_refer_to():
    found = {
        (each.part.refers_to, each.value)
        for each in visits(CARDS, TABLE)
        if each.part.role is Role.REFERENCE
    }

    assert found == {("service", 7), ("indicator", "agents")}


def test_a_block_stands_in_the_section_of_the_heading_above_it():
    blocks = [heading("Un", 2, "a"), CARDS, heading("Deux", 3, "b"), TABLE]

    sections = {visit.block.id: visit.section and visit.section.number for visit in visits(*blocks)}

    assert sections == {"a": "1", "c": "1", "b": "1.1", "t": "1.1"}


def test_what_stands_above_every_heading_has_no_section():
    assert {visit.section for visit in visits(CARDS)} == {None}


def test_a_value_knows_the_nearest_item_of_a_list():
    found = {visit.path: visit.item for visit in visits(CARDS)}

    assert found["c/cards"] == ""
    assert found["m/name"] == "m"
    assert found["f/figure"] == "f"


def test_a_row_without_cells_has_its_record_all_the_same():
    table = {"columns": [], "rows": [{"id": "r", "cells": [], "ref": "agents"}]}
    block = {"type": "indicator_table", "id": "t", "value": {"table": table}}

    (found,) = (visit for visit in visits(block) if visit.part.role is Role.REFERENCE)

    assert (found.value, found.part.refers_to, found.path) == ("agents", "indicator", "r/ref")
