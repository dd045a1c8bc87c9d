"""The words of a report."""

import strawberry
from strawberry import Parent

from reports import figures
from reports.document.text_blocks import Heading
from reports_graphql.context import Info
from reports_graphql.descriptions import JOINED, describe_address, describe_record
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.blocks.block import Block, get_place, union_member
from reports_graphql.types.figures import figure_field
from reports_graphql.types.item import Item
from reports_graphql.types.richtext import RichText
from reports_graphql.types.snippets import Term


def heading_level(heading: Parent[Heading]) -> int:
    return int(heading.level)


def heading_number(heading: Parent[Heading], info: Info) -> str:
    section = get_place(info).get_section(heading)
    return section.number if section else ""


def heading_old_anchors(heading: Parent[Heading]) -> list[str]:
    return [anchor for anchor in heading.old_anchors if anchor]


@union_member("heading", "The heading of a part, a section or a subsection.")
class HeadingBlock(Block):
    text: str = strawberry.field(
        name="title", description="The words of the heading, without its number."
    )
    level: int = strawberry.field(
        resolver=heading_level,
        description="Place in the outline, from 2 to 6: its level in HTML, where 1 is the title of "
        "the page.",
    )
    number: str = strawberry.field(
        resolver=heading_number,
        description="The number in the outline, as counted: « 3.2 »; empty if it has none.",
    )
    old_anchors: list[str] = strawberry.field(
        resolver=heading_old_anchors,
        description="Former addresses, which must go on leading to the heading.",
    )


@union_member("paragraph", "Running text with links and simple lists.")
class ParagraphBlock(Block):
    text: RichText = strawberry.field(name="content", description="One or several paragraphs.")


@union_member("callout", "A box that draws attention to a remark.")
class CalloutBlock(Block):
    title: str = strawberry.field(description="The title of the box.")
    text: RichText = strawberry.field(name="content", description="The text of the box.")


@strawberry.type(description="A term and what it means in this report.")
class Definition(Item):
    name: str = strawberry.field(description="The term or the acronym, as printed.")
    definition: RichText = strawberry.field(
        name="content", description="What it means in this report."
    )
    term: Term | None = reference_field(
        "term",
        describe_record("The living record of the term in the glossary"),
    )


@union_member("definitions", "A list of terms or acronyms with their meanings.")
class DefinitionsBlock(Block):
    items: list[Definition] = strawberry.field(
        name="definitions", description="The definitions, in order."
    )


@strawberry.type(description="A condition to be met.")
class Criterion(Item):
    heading: str = strawberry.field(description="The heading, as printed: « Critère 1 ».")
    title: str = strawberry.field(description="The criterion in a few words.")
    text: RichText = strawberry.field(name="content", description="What the criterion asks for.")


@union_member("criteria", "Conditions to be met, one a line.")
class CriteriaBlock(Block):
    items: list[Criterion] = strawberry.field(
        name="criteria", description="The criteria, in order."
    )


@strawberry.type(description="A title, and the prose that it unfolds.")
class AccordionItem(Item):
    title: str = strawberry.field(description="What readers see while the item is folded.")
    text: RichText = strawberry.field(name="content", description="What the title unfolds.")


@union_member("accordion", "Prose that readers unfold title by title.")
class AccordionBlock(Block):
    title: str = strawberry.field(description="The title above the items; empty if there is none.")
    items: list[AccordionItem] = strawberry.field(description="The items, in order.")


@union_member(
    "panel",
    "A title that unfolds the blocks below it, down to the next panel or heading. One without a "
    "title ends the panel above.",
)
class PanelBlock(Block):
    title: str = strawberry.field(
        description="What readers see while the blocks are folded; empty where a panel ends."
    )


@strawberry.type(description="A link on a line of its own.")
class Link(Item):
    text: str = strawberry.field(description="What the reader finds behind the link.")
    url: str = address_field(describe_address("The link"))


@union_member("links", "One or several links, each on a line of its own.")
class LinksBlock(Block):
    items: list[Link] = strawberry.field(name="links", description="The links, in order.")


@union_member("quote", "The words of somebody, with their author.")
class QuoteBlock(Block):
    text: RichText = strawberry.field(name="content", description="The quoted words.")
    attribution: str = strawberry.field(description="Who speaks, and in what capacity.")


@strawberry.type(
    description=f"A line of a list, with the figure that it states. `lead` is read first. {JOINED}"
)
class FactLine(Item):
    level: int = strawberry.field(description="The depth of the line, from 1.")
    lead: str = strawberry.field(description="The words in bold at the beginning.")
    before: str = strawberry.field(description="The words before the figure.")
    figure: figures.Figure = figure_field("The figure; `EMPTY` if there is none.")
    after: str = strawberry.field(description="The words after the figure.")
    url: str = address_field(describe_address("The link of these words,"))


@union_member("fact_list", "A list, some of whose lines state a figure.")
class FactListBlock(Block):
    ordered: bool = strawberry.field(description="Whether the order of the lines matters.")
    items: list[FactLine] = strawberry.field(
        name="lines", description="The lines with their depth, in one flat list."
    )
