"""Finds rich text and addresses in an archive that our forms and imports would never store."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from reports.core.document import Document
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.table import Table
from reports.core.text.addresses import is_safe
from reports.core.text.html_elements import MAX_DEPTH, VOID
from reports.core.text.rich_text import ATTRIBUTES, TAG, TAGS

STORED_TAGS = TAGS | {"h2", "h3", "h4", "h5", "h6", "hr", "div"}
"""What is stored; the answers of the graph have less."""
STORED_ATTRIBUTES = {"class", "data-block-key", "rel", "target"}
"""What is stored and never leaves."""


class FaultFinder(HTMLParser):
    """Parses rich text, and keeps the first forbidden tag, attribute, address or nesting."""

    def __init__(self) -> None:
        super().__init__()
        self.fault = ""
        self.depth = 0

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag not in VOID

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag not in VOID
        if self.depth > MAX_DEPTH:
            self.note("trop de niveaux imbriqués les uns dans les autres")
        if tag not in STORED_TAGS:
            self.note(f"la balise <{tag[:40]}>")
        allowed = ATTRIBUTES.get(tag, set()) | ATTRIBUTES["*"] | STORED_ATTRIBUTES
        for name, value in attrs:
            if name not in allowed:
                self.note(f"l’attribut « {name[:40]} »")
            elif name == "href" and not is_safe(value or ""):
                self.note("une adresse qui n’en est pas une")

    def handle_comment(self, data: str) -> None:
        self.note("un commentaire HTML")

    def handle_decl(self, decl: str) -> None:
        self.note("une déclaration HTML")

    def unknown_decl(self, data: str) -> None:
        self.note("une déclaration HTML")

    def handle_pi(self, data: str) -> None:
        self.note("une instruction HTML")

    def note(self, fault: str) -> None:
        self.fault = self.fault or fault


def find_fault(html: str) -> str:
    """Return in French what rich text must not have; empty where it is as it should be."""
    if "<" not in html:
        return ""
    finder = FaultFinder()
    finder.feed(html)
    finder.close()
    if "<" in TAG.sub("", html):
        finder.note("une balise qui ne finit pas")
    return finder.fault


def find_document_fault(document: Document) -> str:
    """Return the first fault of a document's rich text and addresses, with its block."""
    for block in document.blocks:
        for kind, value in iterate_values(block):
            fault = find_fault(value) if kind == "html" else ""
            if kind == "address" and not is_safe(value):
                fault = "une adresse qui n’en est pas une"
            if fault:
                return f"le bloc {block.id} a {fault}"
    return ""


def iterate_values(node: Node) -> Iterator[tuple[str, str]]:
    """Yield each rich text (`html`) and each address of a node, and of those below it."""
    for name, part in node.parts.items():
        yield from iterate_part(part, getattr(node, name))


def iterate_part(part: Part, value: Any) -> Iterator[tuple[str, str]]:
    match part.role:
        case Role.RICH_TEXT:
            yield "html", value.html
        case Role.ADDRESS if isinstance(value, str):
            yield "address", value
        case Role.NODE:
            yield from iterate_values(value)
        case Role.NODES:
            for item in value:
                yield from iterate_values(item)
        case Role.TABLE:
            yield from iterate_table(value)


def iterate_table(table: Table) -> Iterator[tuple[str, str]]:
    for row in table.rows:
        yield "html", row.note
        yield "address", row.url
        for cell in row.cells:
            yield "address", cell.url
