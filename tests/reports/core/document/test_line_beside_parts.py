"""A node with a line and other parts: the line is one fact, the others are what they declare."""

import pytest

from reports.authoring.rollforward.body import Year, roll_node
from reports.authoring.rollforward.expected_fields import ExpectedField, iterate_node_fields
from reports.authoring.rollforward.labels import Step
from reports.core.document import Document, fields
from reports.core.document.node import Node, node
from reports.core.document.part import NextYear
from reports.core.figures import Figure, parse
from reports.core.reading import Reading
from reports.core.reading.facts import collect_fact
from reports.core.reading.place import WHOLE


@node("Ligne titrée", line_parts=("lead", "before", "figure", "after"))
class TitledLine(Node):
    title: str = fields.text("Titre", NextYear.MOVES)
    lead: str = fields.text("Amorce", NextYear.MOVES)
    before: str = fields.text("Avant", NextYear.MOVES)
    figure: Figure = fields.figure("Chiffre")
    after: str = fields.text("Mots", NextYear.MOVES)


STORED = {"title": "En 2024", "lead": "", "before": "Dont", "figure": "12", "after": "en 2024"}
NEXT = Step(2024, 2025)


def test_the_line_is_emptied_and_the_title_moves() -> None:
    rolled = roll_node(TitledLine, STORED, Year(NEXT, frozenset()))
    assert rolled == {"title": "En 2025", "lead": "", "before": "", "figure": "", "after": ""}


def test_a_line_that_is_repeated_moves_with_the_title() -> None:
    rolled = roll_node(TitledLine, STORED, Year(NEXT, frozenset({"a/figure"}), key="a"))
    assert rolled == {**STORED, "title": "En 2025", "after": "en 2025"}


def test_words_without_a_figure_stay_and_the_title_moves() -> None:
    rolled = roll_node(TitledLine, {**STORED, "figure": ""}, Year(NEXT, frozenset()))
    assert rolled == {**STORED, "figure": "", "title": "En 2025"}


def test_the_figure_and_the_title_may_wait_for_a_value() -> None:
    held = TitledLine.from_stored(STORED, "a")
    found = iterate_node_fields(held, ExpectedField("a", "a", ("Bloc",)))
    assert [(each.key, each.value, each.words) for each in found] == [
        ("a/figure", "12", "Donten 2024"),
        ("a/title", "En 2024", ""),
    ]


def test_checks_read_the_line_as_one_fact() -> None:
    reading = Reading(2024, "", Document())
    fact = collect_fact(TitledLine.from_stored({**STORED, "lead": "Coût"}), WHOLE, reading)
    assert (fact.lead, fact.before, fact.figure, fact.after) == (
        "Coût",
        "Dont",
        parse("12"),
        "en 2024",
    )
    assert [text.text for text in reading.texts] == ["Coût Dont 12 en 2024"]
    assert not reading.links


def test_a_trait_that_no_node_has_is_refused() -> None:
    class Line(Node):
        pass

    with pytest.raises(TypeError, match="name_by"):
        node("Ligne", name_by=("title",))(Line)


@pytest.mark.parametrize("names", [("before", "figure", "sentence"), ("figure", "before")])
def test_the_parts_of_a_line_have_the_names_that_others_know(names: tuple[str, ...]) -> None:
    with pytest.raises(TypeError, match="lead, before, figure, after"):
        node("Ligne", line_parts=names)(type("Line", (Node,), {}))
