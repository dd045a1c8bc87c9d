"""Converts rich text to a flat list of typed nodes, each with the index of its parent.

The GraphQL API and the PDF use this list.
"""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from html.parser import HTMLParser

MAX_NESTING = 32  # elements within each other; of those below, the words alone stay
CACHE_SIZE = 2_048  # texts, as in `rich_text`
SPACE = re.compile(r"[ \t\r\n\f]+")  # never the no-break ones: they are typography


class NodeKind(Enum):
    """The HTML element of a node, or text. Old element names count as their modern equivalents."""

    TEXT = "text"
    P = "p"
    BR = "br"
    A = "a"
    STRONG = "strong"
    EM = "em"
    SUP = "sup"
    SUB = "sub"
    CODE = "code"
    SPAN = "span"
    UL = "ul"
    OL = "ol"
    LI = "li"
    DL = "dl"
    DT = "dt"
    DD = "dd"
    BLOCKQUOTE = "blockquote"
    PRE = "pre"
    Q = "q"
    ABBR = "abbr"
    DEL = "del"
    INS = "ins"
    S = "s"
    KBD = "kbd"
    MARK = "mark"
    DATA = "data"
    SMALL = "small"
    TABLE = "table"
    CAPTION = "caption"
    THEAD = "thead"
    TBODY = "tbody"
    TFOOT = "tfoot"
    TR = "tr"
    TH = "th"
    TD = "td"


KINDS = {kind.value: kind for kind in NodeKind} | {"b": NodeKind.STRONG, "i": NodeKind.EM}
# Those that stand on lines of their own: white space at their edges is none.
BLOCKS = {
    *(NodeKind.P, NodeKind.UL, NodeKind.OL, NodeKind.LI, NodeKind.DL, NodeKind.DT, NodeKind.DD),
    *(NodeKind.BLOCKQUOTE, NodeKind.PRE, NodeKind.TABLE, NodeKind.CAPTION, NodeKind.THEAD),
    *(NodeKind.TBODY, NodeKind.TFOOT, NodeKind.TR, NodeKind.TH, NodeKind.TD),
}


@dataclass(frozen=True, slots=True)
class TreeNode:
    """An element or a piece of text. `parent` is the index of the node that contains it."""

    kind: NodeKind
    parent: int | None = None
    text: str = ""
    lang: str = ""
    title: str = ""
    start: int | None = None
    scope: str = ""
    column_span: int = 1
    row_span: int = 1
    link: int | None = None  # which of the links of the text it is
    citation: int | None = None  # which of the `<data>` of the text it is


@lru_cache(CACHE_SIZE)
def build_tree(html: str) -> tuple[TreeNode, ...]:
    """Return the nodes of sanitised HTML, each after its parent."""
    builder = TreeBuilder()
    builder.feed(html)
    builder.close()
    return tuple(builder.nodes)


class TreeBuilder(HTMLParser):
    """Builds the list of nodes tag by tag, without recursion, however deep the HTML is nested."""

    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[TreeNode] = []
        self.open: list[tuple[NodeKind, int | None]] = []  # with the node that takes what follows
        self.links = self.citations = 0
        self.verbatim = 0  # how many elements are open in which white space counts
        self.is_after_edge = True
        self.held_space = False

    @property
    def parent(self) -> int | None:
        return self.open[-1][1] if self.open else None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = KINDS[tag]
        self.pass_edge(kind)
        self.verbatim += kind is NodeKind.PRE
        link = citation = None
        if kind is NodeKind.A:
            link, self.links = self.links, self.links + 1
        elif kind is NodeKind.DATA:
            citation, self.citations = self.citations, self.citations + 1
        if len(self.open) >= MAX_NESTING and kind is not NodeKind.BR:
            self.open.append((kind, self.parent))
            return
        given = {name: value or "" for name, value in attrs}
        self.nodes.append(
            TreeNode(
                kind,
                self.parent,
                lang=given.get("lang", ""),
                title=given.get("title", ""),
                start=read_number(given.get("start"), 1) if kind is NodeKind.OL else None,
                scope=given.get("scope", ""),
                column_span=read_number(given.get("colspan"), 1),
                row_span=read_number(given.get("rowspan"), 1),
                link=link,
                citation=citation,
            )
        )
        if kind is not NodeKind.BR:
            self.open.append((kind, len(self.nodes) - 1))

    def handle_endtag(self, tag: str) -> None:
        kind = self.open[-1][0]
        self.pass_edge(kind)
        self.open.pop()
        self.verbatim -= kind is NodeKind.PRE

    def handle_data(self, data: str) -> None:
        text = data if self.verbatim else SPACE.sub(" ", data)
        if text == " " and not self.verbatim:
            self.held_space = not self.is_after_edge
        else:
            self.add_held_space()
            self.add_text(text)

    def pass_edge(self, kind: NodeKind) -> None:
        """Drop white space at the edge of a block; keep it before anything else."""
        if kind in BLOCKS:
            self.is_after_edge, self.held_space = True, False
        else:
            self.add_held_space()

    def add_held_space(self) -> None:
        if self.held_space:
            self.add_text(" ")
            self.held_space = False

    def add_text(self, text: str) -> None:
        self.nodes.append(TreeNode(NodeKind.TEXT, self.parent, text))
        self.is_after_edge = False


def read_number(value: str | None, default: int) -> int:
    """Return a small whole number as an attribute has it."""
    return int(value) if value and re.fullmatch(r"-?[0-9]{1,6}", value, re.ASCII) else default
