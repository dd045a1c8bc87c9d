"""Types that are made of nodes: what a part is decides what its field gives."""

import pytest

from reports.core.document import fields
from reports.core.document.block import Block
from reports.core.document.facts import Fact
from reports.core.document.node import Node, node
from reports.core.document.rich_text import RichText
from reports.core.figures import Figure
from reports_graphql.types import node_types
from reports_graphql.types.item import Item


@node()
class Remark(Node):
    """What somebody
    noticed.
    """

    name: str = fields.text("Nom", description="Who noticed.")
    text: RichText = fields.rich_text("Texte", description="The words.")
    figure: Figure = fields.figure("Chiffre", description="The figure.")
    url: str = fields.address("Lien", description="The link")
    term: int | None = fields.reference("Terme", "term", description="The record")
    reference_name: str = fields.bookkeeping()
    picture: int | None = fields.reference("Image", "picture", description="The picture")
    is_new: bool = fields.setting("Neuf", bool, False, description="Whether it is new.")
    leading: bool = fields.flag("Dans l’essentiel")
    facts: tuple[Fact, ...] = fields.nodes(
        "Faits", Fact, public_name="statements", description="The facts."
    )


def test_each_role_has_its_field(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node_types, "TYPES", dict(node_types.TYPES))
    made = node_types.find_type(Remark)
    found = {
        field.graphql_name or field.python_name: field.description
        for field in made.__strawberry_definition__.fields
    }
    assert list(found)[1:] == [
        *("name", "content", "figure", "url", "term", "picture", "is_new", "statements"),
    ]
    assert found["name"] == "Who noticed."
    assert found["url"].startswith("The link as printed: a complete address")
    assert found["term"] == "The record; null if none is named, or if it is not public."
    assert made.__strawberry_definition__.description == "What somebody noticed."
    assert issubclass(made, Item)
    assert node_types.find_type(Remark) is made


def test_a_part_that_nothing_describes_is_refused() -> None:
    @node()
    class Silent(Block):
        """A block."""

        title: str = fields.text("Titre")

    with pytest.raises(TypeError, match=r"Silent\.title has no description"):
        node_types.derive_class("SilentBlock", Item, Silent)


def test_a_table_is_written_in_a_class() -> None:
    part = fields.table("Tableau", description="The table.").metadata["part"]
    with pytest.raises(TypeError, match="write the field table in a class"):
        node_types.make_field("table", part)
