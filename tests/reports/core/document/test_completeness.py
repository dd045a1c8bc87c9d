"""What editors write and what the document holds agree, block by block and field by field."""

from collections.abc import Iterator

import pytest
from wagtail import blocks
from wagtail.admin.telepath import registry

from reports.content.blocks.fact_forms import SentenceBlockAdapter
from reports.content.blocks.facts import FigureBlock
from reports.content.blocks.lines import LinesBlock
from reports.content.blocks.references import ReferenceMixin
from reports.content.folding.bodies import ReportBody
from reports.content.tables import KeptTableBlock, TableBlock
from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import Role

BODY = ReportBody()
GROUPS = {"Texte", "Chiffres", "Services", "Médias"}


def expected_role(block: blocks.Block) -> set[Role]:
    """Return the roles that a field of this block may have in the document."""
    match block:
        case blocks.BaseStructBlock():
            return {Role.NODE}
        case blocks.ListBlock():
            return {Role.NODES, Role.SETTING}
        case TableBlock():
            return {Role.TABLE}
        case FigureBlock():
            return {Role.FIGURE}
        case ReferenceMixin():
            return {Role.REFERENCE}
        case blocks.RichTextBlock():
            return {Role.RICH_TEXT}
        case blocks.ChoiceBlock() | blocks.BooleanBlock() | blocks.IntegerBlock():
            return {Role.SETTING}
        case KeptTableBlock():
            return {Role.BOOKKEEPING}
    return {Role.TEXT, Role.ADDRESS, Role.SETTING, Role.BOOKKEEPING}


def test_every_type_of_block_has_a_node():
    assert sorted(BLOCKS) == sorted(BODY.child_blocks)


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_a_node_has_the_fields_of_its_block(kind):
    compare(BODY.child_blocks[kind], BLOCKS[kind])


def compare(block: blocks.BaseStructBlock, node: type[Node]) -> None:
    """Assert that a struct block and a node agree on names, order, labels, roles and defaults."""
    assert list(node.parts) == list(block.child_blocks), node
    if node.label:
        assert node.label == str(type(block)._meta_class.label), node
    for name, part in node.parts.items():
        child = block.child_blocks[name]
        assert part.role in expected_role(child), (node, name)
        if part.role is not Role.BOOKKEEPING:
            assert part.label == str(child.label), (node, name)
        if part.role in (Role.TEXT, Role.SETTING) and not isinstance(child, blocks.ListBlock):
            assert (part.default or None) == (child.get_default() or None), (node, name)
        if part.choices:
            assert part.choices == {value: label for value, label in child.field.choices if value}
        if part.role is Role.TABLE:
            assert part.text_columns == child.text_columns, (node, name)
        assert part.in_grid == isinstance(child, LinesBlock), (node, name)
        if part.role is Role.NODE:
            compare(child, part.reads)
        if part.role is Role.NODES:
            compare(child.child_block, part.reads)


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_a_block_says_in_its_meta_what_the_editor_shows(kind):
    meta = BODY.child_blocks[kind].meta
    assert meta.group in GROUPS
    assert meta.icon != "placeholder"  # Wagtail's default
    names = ("description", "summary", "preview_value")
    assert [name for name in names if not getattr(meta, name, None)] == []


def structs_in(block: blocks.Block) -> Iterator[blocks.BaseStructBlock]:
    """Yield the structs that a block is made of, itself included."""
    if isinstance(block, blocks.ListBlock):
        yield from structs_in(block.child_block)
    elif isinstance(block, blocks.BaseStructBlock):
        yield block
        for child in block.child_blocks.values():
            yield from structs_in(child)


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_a_struct_with_a_figure_suggests_last_years_value(kind):
    for struct in structs_in(BODY.child_blocks[kind]):
        has_figure = any(isinstance(each, FigureBlock) for each in struct.child_blocks.values())
        has_form = isinstance(registry.find_adapter(type(struct)), SentenceBlockAdapter)
        assert has_form == has_figure, type(struct)


def nodes_of(cls: type[Node]) -> Iterator[type[Node]]:
    yield cls
    for part in cls.parts.values():
        if part.role in (Role.NODE, Role.NODES):
            yield from nodes_of(part.reads)


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_a_figure_belongs_to_the_line_of_its_node(kind):
    """Checks, the comparison of years and the roll-forward read figures by lines alone."""
    for cls in nodes_of(BLOCKS[kind]):
        for name, part in cls.parts.items():
            assert part.role is not Role.FIGURE or name in cls.line_parts, (cls, name)
