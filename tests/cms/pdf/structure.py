"""What a person reads of a tagged PDF who does not see it: its structure, with the words in it."""

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pikepdf import Array, Dictionary, Name, Pdf

Marks = dict[tuple[int, int], str]


@dataclass
class Element:
    """An element of the structure: its kind, what it holds in order, words or elements."""

    kind: str
    alt: str = ""
    scope: str = ""
    content: "list[str | Element]" = field(default_factory=list)
    marked_on: set[int] = field(default_factory=set)

    @property
    def pages(self) -> set[int]:
        """The pages that its words are on, by number."""
        below = (each.pages for each in self.content if isinstance(each, Element))
        return self.marked_on.union(*below)

    @property
    def text(self) -> str:
        """The words, without those that are drawn."""
        if self.kind == "Figure":
            return ""
        return "".join(each if isinstance(each, str) else each.text for each in self.content)

    def find(self, kind: str) -> "Iterator[Element]":
        """Yield the elements of a kind, in order, this one among them."""
        if self.kind == kind:
            yield self
        for each in self.content:
            if isinstance(each, Element):
                yield from each.find(kind)


def read_structure(data: bytes) -> Element:
    """Return the structure of a PDF. What is an artifact is not in it."""
    marks = read_marks(data)
    with Pdf.open(io.BytesIO(data)) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        return read_element(pdf.Root.StructTreeRoot.K[0], marks, pages, None)


class MarkReader(PDFDevice):
    """Collects the characters of each piece of marked content of a page, by its number.

    Pieces stand within each other: what says how to read a character has no number of its own.
    """

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.open: list[int | None] = []
        self.marks: dict[int, str] = defaultdict(str)

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        number = props.get("MCID") if isinstance(props, dict) else None
        self.open.append(number if number is not None else self.open[-1] if self.open else None)

    def end_tag(self) -> None:
        self.open.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        if not self.open or self.open[-1] is None:
            return
        for piece in seq:
            if isinstance(piece, bytes):
                characters = map(textstate.font.to_unichr, textstate.font.decode(piece))
                self.marks[self.open[-1]] += "".join(characters)


def read_marks(data: bytes) -> Marks:
    """Return the characters of each piece of marked content, by page and number."""
    manager = PDFResourceManager()
    marks: Marks = {}
    for page_number, page in enumerate(PDFPage.get_pages(io.BytesIO(data)), 1):
        reader = MarkReader(manager)
        PDFPageInterpreter(manager, reader).process_page(page)
        marks |= {(page_number, mark): text for mark, text in reader.marks.items()}
    return marks


def read_element(
    given: Dictionary, marks: Marks, pages: dict[tuple[int, int], int], page: int | None
) -> Element:
    if "/Pg" in given:
        page = pages[given.Pg.objgen]
    element = Element(
        str(given.get("/S", "")).removeprefix("/"),
        str(given.get("/Alt", "")),
        find_scope(given.get("/A")),
    )
    below = given.get("/K")
    for each in list(below) if isinstance(below, Array) else [below]:
        if isinstance(each, int):
            place = (page or 0, each)
        elif isinstance(each, Dictionary) and each.get("/Type") == Name.MCR:
            place = (pages[each.Pg.objgen] if "/Pg" in each else page or 0, int(each.MCID))
        else:
            place = None
        if place:
            element.content.append(marks.get(place, ""))
            element.marked_on.add(place[0])
        elif isinstance(each, Dictionary) and "/S" in each:
            element.content.append(read_element(each, marks, pages, page))
    return element


def find_scope(attributes: object) -> str:
    listed = list(attributes) if isinstance(attributes, Array) else [attributes]
    for each in listed:
        if isinstance(each, Dictionary) and "/Scope" in each:
            return str(each.Scope).removeprefix("/")
    return ""
