"""A block without a setter of its own: what its parts are is told by their shape."""

from typing import Any

from cms.pdf.elements import Setter, item_list, paragraph, prose
from cms.pdf.nodes import link, strong, text
from cms.pdf.parts import set_parts
from cms.pdf.service_blocks import card_head

FIGURE = {"raw": "12", "text": "12", "state": "VALUE"}
BESIDE = {"id": "b", "section": "s", "csv": "/b.csv", "ordered": True, "level": 2, "picture": None}


def set_block(**value: Any) -> list[Any]:
    return set_parts(Setter(None, "https://exemple.example"), {**BESIDE, **value})


def label(words: str, level: int = 1) -> Any:
    return Setter(None, "").label(words, level)[0]


def test_a_figure_and_its_words_are_one_line_below_the_title() -> None:
    content = {"html": "<p>Au 31 décembre.</p>", "text": "Au 31 décembre."}
    fact = {
        "lead": "Coût",
        "before": "près de",
        "figure": FIGURE,
        "after": "€",
        "url": "https://exemple.example/x",
    }
    found = set_block(title="Encadré", **fact, content=content, source="DINUM")

    assert found == [
        label("Encadré"),
        paragraph(
            strong(text("Coût")),
            text(" "),
            text("près de"),
            text(" "),
            strong(text("12")),
            text(" "),
            link("€", "https://exemple.example/x"),
        ),
        prose([{"kind": "p", "children": [text("Au 31 décembre.")]}]),
        paragraph(text("DINUM")),
    ]


def test_a_source_leads_to_its_address() -> None:
    address = "https://exemple.example/x"
    led = [paragraph(link("DINUM", address))]

    assert set_block(source="DINUM", sourceUrl=address) == led
    assert set_block(sourceUrl=address, source="DINUM") == led
    assert set_block(sourceUrl=address, source="") == [paragraph(link(address, address))]
    assert set_block(source=address) == [paragraph(link(address, address))]
    assert set_block(source="DINUM", sourceUrl="") == [paragraph(text("DINUM"))]
    assert set_block(source="https://a.example et autres") == [
        paragraph(text("https://a.example et autres"))
    ]


def test_items_stand_below_the_title_of_their_block_and_lines_in_a_list() -> None:
    fact = {"id": "f", "before": "", "figure": FIGURE, "after": "agents", "url": ""}
    items = [{"id": "i", "heading": "En 2024", "name": "Mano", "facts": [fact], "growth": fact}]
    line = [strong(text("12")), text(" "), text("agents")]

    assert set_block(title="Titre", items=items)[1:] == [
        label("En 2024 – Mano", 2),
        item_list([line]),
        paragraph(*line),
    ]
    assert set_block(title="", items=items)[0] == label("En 2024 – Mano")


def test_what_says_nothing_is_not_set() -> None:
    empty = {"raw": "", "text": "", "state": "EMPTY"}
    assert set_block(title=" ", before="", figure=empty, source="", items=[]) == []
    assert set_block(service={"id": "x", "slug": "mano", "name": "Mano"}) == []


def test_a_field_of_a_card_without_a_form_of_its_own_follows_the_others() -> None:
    card = {"id": "c", "service": None, "url": "", "name": "Mano", "mission": "", "status": "Phase"}
    found = card_head(Setter(None, ""), {**card, "sponsor": "DINUM", "facts": [], "periods": []})

    assert found[1:] == [{"kind": "status", "text": "Phase"}, paragraph(text("DINUM"))]
