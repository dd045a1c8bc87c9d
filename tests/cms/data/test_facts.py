"""The facts of a block without a reader of its own, wherever they stand in it."""

from typing import Any

from cms.data.blocks import list_statements


def fact(raw: str, **words: Any) -> dict[str, Any]:
    figure = {"raw": raw, "state": "VALUE"}
    return {"id": raw, "before": "", "figure": figure, "after": "", **words}


def list_places(**block: Any) -> list[tuple[str, str, str]]:
    found = list_statements({"__typename": "NewBlock", **block})
    return [(each.figure["raw"], each.row, each.column) for each in found]


def test_a_fact_is_a_row_below_the_title_above_it() -> None:
    group = {"title": "Équipes", "facts": [fact("2", before="dont", after="agents")]}
    assert list_places(**fact("1", after="services"), title="Titre") == [("1", "services", "Titre")]
    assert list_places(title="Titre", groups=[group, {"facts": [fact("3")]}]) == [
        ("2", "dont… agents", "Équipes"),
        ("3", "", "Titre"),
    ]


def test_what_has_a_name_is_the_row_of_its_facts() -> None:
    card = {"name": "", "facts": [fact("1", after="agents")], "growth": fact("2")}
    assert list_places(cards=[card]) == [("1", "", "agents"), ("2", "", "")]


def test_a_line_needs_no_words_around_its_figure() -> None:
    assert list_places(id="b", figure={"raw": "7", "state": "VALUE"}) == [("7", "", "")]
