"""Builds the forms of blocks: the fields of a struct follow from the parts of its node."""

from collections.abc import Callable
from typing import Any, TypeVar

from wagtail import blocks

from reports.content.blocks.address import AddressBlock
from reports.content.blocks.cited_lines import CitationsBlock
from reports.content.blocks.fact_forms import FactsBlock, SentenceBlock
from reports.content.blocks.facts import FigureBlock
from reports.content.blocks.leading import LeadingBlock
from reports.content.blocks.node_block import NodeBlock
from reports.content.blocks.reference_names import ReferenceNameBlock, ReferringBlock
from reports.content.blocks.references import (
    DocumentReferenceBlock,
    PictureReferenceBlock,
    SnippetReferenceBlock,
)
from reports.content.blocks.words import LineBlock, ProseBlock, SentenceInput, list_features
from reports.content.tables import KeptTableBlock, TableBlock
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.table import Table

FORMS: dict[type[Node], type[blocks.StructBlock]] = {}
"""The form of each class of nodes that has one."""
ON_PAGES: set[type[Node]] = set()
"""The blocks that plain pages may hold too."""
LINE_FIELDS = {"before", "figure", "after", "url", "leading"}
"""What the form of a line posts and its script looks for: without one of them words are lost."""
FILES = {"picture": PictureReferenceBlock, "document": DocumentReferenceBlock}

F = TypeVar("F", bound=type[blocks.StructBlock])


def form_of(node: type[Node], on_pages: bool = False) -> Callable[[F], F]:
    """Give a struct the fields of a node, in its order, and its label.

    A field that the struct declares itself stays as it is declared. A block stands in reports, and
    in plain pages if `on_pages` says so.
    """

    def fill(form: F) -> F:
        declared = form.base_blocks
        lines = {part.cited_in: name for name, part in node.parts.items() if part.cited_in}
        declared = declared | {name: CitationsBlock(line) for name, line in lines.items()}
        form.base_blocks = {
            name: declared[name] if name in declared else make_field(name, part)
            for name, part in node.parts.items()
        }
        if issubclass(form, SentenceBlock) and (lacking := LINE_FIELDS - node.parts.keys()):
            raise TypeError(f"a line has {', '.join(sorted(lacking))} too: {node.__name__} has not")
        for name, block in form.base_blocks.items():
            block.set_name(name)
        form._meta_class.label = node.label or None
        if issubclass(form, ReferringBlock):
            name_reference(form, node)
        if optional := {name for name, part in node.parts.items() if part.is_optional}:
            if not issubclass(form, NodeBlock):
                raise TypeError(
                    f"{node.__name__} has optional parts: its form has to be a NodeBlock"
                )
            form.optional = optional
        FORMS[node] = form
        if on_pages:
            ON_PAGES.add(node)
        return form

    return fill


def name_reference(form: type[ReferringBlock], node: type[Node]) -> None:
    """Name the children that hold the reference of a node and the words that it was chosen for."""
    references = (name for name, part in node.parts.items() if part.role is Role.REFERENCE)
    form._meta_class.reference_field = next(references)
    form._meta_class.name_field = node.named_by[0]


def make_field(name: str, part: Part) -> blocks.Block:
    """Return the field of a form in which a part is edited."""
    options: dict[str, Any] = {"label": part.label}
    if part.help:
        options["help_text"] = part.help
    match part.role:
        case Role.NODE:
            return make_struct(name, part, options)
        case Role.NODES:
            form = FORMS[part.reads]
            kind = FactsBlock if issubclass(form, SentenceBlock) else blocks.ListBlock
            return kind(form(), **options, **({"min_num": 1} if part.is_required else {}))
        case Role.BOOKKEEPING:
            return make_hidden_field(name, part)
        case Role.SETTING:
            return make_setting(name, part, options)
    if not part.is_required:
        options["required"] = False
    match part.role:
        case Role.TEXT:
            line = LineBlock(**options, **({"default": part.default} if part.default else {}))
            if part.is_sentence:
                line.field.widget = SentenceInput(line.field.widget.attrs)
            return line
        case Role.RICH_TEXT:
            return ProseBlock(features=list_features(part.has_notes, part.has_lists), **options)
        case Role.FIGURE:
            return FigureBlock(**options)
        case Role.ADDRESS:
            return AddressBlock(**options)
        case Role.TABLE:
            return make_table(part, options)
        case Role.REFERENCE:
            model = "".join(word.capitalize() for word in part.refers_to.split("_"))
            file = FILES.get(part.refers_to)
            return file(**options) if file else SnippetReferenceBlock(f"reports.{model}", **options)
    raise TypeError(f"declare the field {name} in the form: its role is {part.role.value}")


def make_struct(name: str, part: Part, options: dict[str, Any]) -> blocks.Block:
    """Return the form of a node below another; one that is required is a fact with a figure."""
    form = FORMS[part.reads](**options)
    if part.is_required:
        if not isinstance(form, SentenceBlock):
            raise TypeError(f"say of the fields of {part.reads.__name__} which {name} requires")
        form.require_figure()
    return form


def make_hidden_field(name: str, part: Part) -> blocks.Block:
    """Return the field of what the system remembers."""
    if name == "reference_name":
        return ReferenceNameBlock()
    if part.reads is Table:
        return KeptTableBlock(form_classname="bilan-hidden")
    return LineBlock(required=False, form_classname="bilan-hidden")


def make_setting(name: str, part: Part, options: dict[str, Any]) -> blocks.Block:
    """Return the field of a setting: a choice, a tick, a number or words."""
    if name == "leading":
        return LeadingBlock(help_text=part.help) if part.help else LeadingBlock()
    if part.choices:
        choices = list(part.choices.items())
        return blocks.ChoiceBlock(choices=choices, default=part.default, **options)
    if part.reads is bool:
        return blocks.BooleanBlock(required=False, **options)
    if part.reads is int:
        least, most = part.bounds
        return blocks.IntegerBlock(default=part.default, min_value=least, max_value=most, **options)
    if part.reads is str:
        return LineBlock(required=False, **options)
    raise TypeError(f"declare the field {name} in the form: it is a list of settings")


def make_table(part: Part, options: dict[str, Any]) -> blocks.Block:
    if part.refers_to:
        options["reference"] = part.refers_to
    if part.text_columns > 1:
        options["text_columns"] = part.text_columns
    return TableBlock(headings=part.headings, **options)
