"""Equal documents have equal bytes, which read back to equal documents."""

import json

import pytest

from reports.core.document import read
from reports.core.document.canonical import (
    SCHEMA_VERSION,
    UnknownSchema,
    dump_document,
    upgrade_document,
)
from reports.core.document.public_ids import replace_row_ids
from reports.core.figures.locale import FRENCH

PARAGRAPH = {
    "type": "paragraph",
    "id": "p",
    "value": {"text": '<p>Voir <a linktype="page" id="3">la page</a>.</p>'},
}
CARDS = {
    "type": "impact_cards",
    "id": "c",
    "value": {"cards": [{"type": "item", "id": "m", "value": {"name": "Mano", "service": 7}}]},
}


def public_ids(rows: dict[tuple[str, int], str]):
    return lambda kind, row: rows.get((kind, row))


def test_what_is_dumped_is_loaded_again():
    document = read([PARAGRAPH, CARDS, {"type": "timeline", "id": "u", "value": {"year": 2019}}])

    assert upgrade_document(json.loads(dump_document(document)), FRENCH) == document


def test_order_of_keys_and_forms_of_unicode_do_not_count():
    one = read([{"type": "callout", "id": "a", "value": {"title": "Été", "text": "<p>Un</p>"}}])
    two = read(
        [{"value": {"text": "<p>Un</p>", "title": "E\u0301te\u0301"}, "id": "a", "type": "callout"}]
    )

    assert dump_document(one) == dump_document(two)


def test_a_part_that_was_never_stored_and_an_empty_one_are_equal():
    assert dump_document(read([{"type": "quote", "id": "q", "value": {"text": ""}}])) == (
        dump_document(read([{"type": "quote", "id": "q", "value": {"attribution": None}}]))
    )


def test_two_databases_agree_on_the_bytes():
    here = public_ids({("page", 3): "bilan-2024", ("service", 7): "mano"})
    there = public_ids({("page", 30): "bilan-2024", ("service", 70): "mano"})
    paragraph = json.loads(json.dumps(PARAGRAPH).replace('\\"3\\"', '\\"30\\"'))
    cards = json.loads(json.dumps(CARDS).replace('"service": 7', '"service": 70'))

    one = replace_row_ids(read([PARAGRAPH, CARDS]), here)
    two = replace_row_ids(read([paragraph, cards]), there)

    assert dump_document(one) == dump_document(two)
    assert b'id=\\"bilan-2024\\"' in dump_document(one)
    assert b'{"public_id":"mano"}' in dump_document(one)
    assert upgrade_document(json.loads(dump_document(one)), FRENCH) == one


def test_what_is_gone_has_no_public_id():
    document = replace_row_ids(read([PARAGRAPH, CARDS]), public_ids({}))

    assert document.blocks[1].cards[0].service is None
    assert "<a" not in document.blocks[0].text.html
    assert document.blocks[0].text.plain == read([PARAGRAPH]).blocks[0].text.plain


@pytest.mark.parametrize("schema", [0, SCHEMA_VERSION + 1, "1", None])
def test_a_schema_of_tomorrow_is_refused(schema):
    with pytest.raises(UnknownSchema):
        upgrade_document({"schema": schema, "blocks": []}, FRENCH)
