"""Types of rich text: its HTML, its plain text, its links and its nodes."""

from dataclasses import dataclass, replace
from typing import Annotated, Any, Self

import strawberry
from strawberry import Parent

from reports import models
from reports.core.document import rich_text as nodes
from reports.core.figures.locale import FRENCH
from reports.core.text import rich_text
from reports.core.text.citations import StoredCitation
from reports.core.text.public_links import PublicLink, list_public_links
from reports.core.text.rich_text_tree import TreeNode, build_tree
from reports_graphql.context import Info
from reports_graphql.field_cost import costs
from reports_graphql.loaders.link_targets import LinkTargets
from reports_graphql.loaders.media import LinkedPage as PublicPage
from reports_graphql.scalars import HTML
from reports_graphql.types.citations import Citation, read_citation, write_data
from reports_graphql.types.media import Document
from reports_graphql.types.richtext_kinds import LinkKind, NodeKind


@strawberry.type(description="A public page that a text links to.")
class LinkedPage:
    id: strawberry.ID = strawberry.field(description="Stable key of the page: a UUID.")
    title: str = strawberry.field(description="Title of the page.")
    path: str = strawberry.field(description="The public path: « /bilan/2024/ ».")

    @classmethod
    def from_page(cls, page: PublicPage) -> Self:
        return cls(id=strawberry.ID(page.key), title=page.title, path=page.path)


LinkTarget = Annotated[
    LinkedPage | Document,
    strawberry.union("LinkTarget", description="What a link leads to inside the site."),
]


@strawberry.type(description="A link in a text.")
class RichTextLink:
    index: int = strawberry.field(
        description="Which of the `<a>` of `html` it is, from 0. Links to what is not public are "
        "text, and do not count."
    )
    href: str = strawberry.field(
        description="The address, relative to what `kind` says, as in `html`."
    )
    kind: LinkKind = strawberry.field(
        description="What it leads to; the attribute `data-kind` in `html`, in lower case."
    )
    target: LinkTarget | None = strawberry.field(
        description="The page or the document; null for a link of any other kind.",
        metadata=costs(items=0.5),
    )

    @classmethod
    def from_link(cls, link: PublicLink, target: PublicPage | models.ReportDocument | None) -> Self:
        page = LinkedPage.from_page(target) if isinstance(target, PublicPage) else target
        return cls(index=link.index, href=link.href, kind=link.kind, target=page)


@strawberry.type(description="A piece of text, or an element that has others within it.")
class RichTextNode:
    """The fields of a node of rich text; the values are instances of `TreeNode`.

    The field `link` gives the link itself; a `TreeNode` only has its number.
    """

    kind: NodeKind = strawberry.field(description="An element of HTML, or text.")
    parent: int | None = strawberry.field(
        description="Place in the list, from 0, of the node that this one stands in, which comes "
        "before it; null at the top."
    )
    text: str = strawberry.field(description="The words of a `TEXT`; empty for elements.")
    lang: str = strawberry.field(
        description="Language of what is within, as BCP 47 has it: « en »; empty where it is that "
        "of the parent."
    )
    start: int | None = strawberry.field(
        description="Number of the first item of an `OL`; null for any other node."
    )
    title: str = strawberry.field(description="What an `ABBR` stands for; empty if unsaid.")
    scope: str = strawberry.field(
        description="What a `TH` is the header of: `row` or `col` for instance; empty if it is not "
        "said."
    )
    column_span: int = strawberry.field(description="How many columns a cell takes.")
    row_span: int = strawberry.field(description="How many rows a cell takes.")
    link: RichTextLink | None = strawberry.field(
        description="Where an `A` leads; null for any other node.",
        metadata=costs(items=0.05),
    )
    citation: Citation | None = strawberry.field(
        description="What the number that a `DATA` holds repeats, as far as who asks may see it; "
        "null for any other node.",
        metadata=costs(items=0.05),
    )


def get_targets(words: nodes.RichText, info: Info) -> LinkTargets:
    targets: LinkTargets = info.context.load.link_targets(words.html)
    return targets


@dataclass(frozen=True)
class PublicText:
    """The public HTML of a text, and its citations in the order of its `<data>`."""

    html: str
    citations: list[Citation]


def resolve(words: nodes.RichText, targets: LinkTargets, info: Info) -> PublicText:
    citations: list[Citation] = []

    def cite(stored: StoredCitation) -> str:
        read = read_citation(stored, info.context.load.cited_figures_by_address.get, locale)
        if read is None:
            return stored.html
        citations.append(read[1])
        return write_data(*read, stored)

    locale = info.context.body.locale if info.context.body else FRENCH
    return PublicText(
        rich_text.resolve_links(words.html, targets.addresses, words.marks, cite), citations
    )


def rich_text_html(words: Parent[nodes.RichText], info: Info) -> HTML:
    return HTML(resolve(words, get_targets(words, info), info).html)


def rich_text_links(words: Parent[nodes.RichText], info: Info) -> list[RichTextLink]:
    targets = get_targets(words, info)
    html = resolve(words, targets, info).html
    leads_to = targets.by_address
    return [
        RichTextLink.from_link(link, leads_to.get((link.kind, link.href)))
        for link in list_public_links(html)
    ]


def rich_text_tree(words: Parent[nodes.RichText], info: Info) -> list[Any]:
    public = resolve(words, get_targets(words, info), info)
    tree = build_tree(public.html)
    if any(node.citation is not None for node in tree):
        tree = tuple(with_citation(node, public.citations) for node in tree)
    if all(node.link is None for node in tree):
        return [*tree]
    links = rich_text_links(words, info)
    return [node if node.link is None else with_link(node, links) for node in tree]


def with_link(node: TreeNode, links: list[RichTextLink]) -> TreeNode:
    return replace(node, link=links[node.link])  # type: ignore[index, arg-type]


def with_citation(node: TreeNode, citations: list[Citation]) -> TreeNode:
    known = None if node.citation is None else citations[node.citation]
    return replace(node, citation=known)  # type: ignore[arg-type]


@strawberry.type(description="Rich text.")
class RichText:
    """The fields of a rich text; the values are instances of the document's `RichText`."""

    html: HTML = strawberry.field(
        resolver=rich_text_html,
        description="Sanitised HTML. Each link says in `data-kind` what its address is relative "
        "to, as `LinkKind` has it in lower case. A link to what is not public is text. A note is "
        'called by `<sup><a href="#note-1">1</a></sup>`, and is among the `notes` of the report. A '
        "number that repeats figures is a `<data>`, with their addresses in `data-figure`, and in "
        "`data-place` the public path of the block with the first of them.",
        metadata=costs("pages", "documents"),
    )
    running: str = strawberry.field(
        name="text",
        description="The words alone, one line for each paragraph or item of a list. Notes are no "
        "part of it.",
    )
    links: list[RichTextLink] = strawberry.field(
        resolver=rich_text_links,
        description="The links of `html`, in order.",
        metadata=costs(items=0.3),
    )
    tree: list[RichTextNode] = strawberry.field(
        resolver=rich_text_tree,
        description="The same text as nodes, each after the one that it stands in: to be rendered "
        "without HTML.",
        metadata=costs(items=8),
    )
