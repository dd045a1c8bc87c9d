"""Extracts the words that a reader of a Word document sees from its XML, without the converter.

The body comes first, with text boxes after the paragraph to which they are anchored, then notes in
the order of their marks. Deleted and hidden text, field codes and a generated table of contents are
left out.
"""

from collections.abc import Mapping

from lxml import etree

from reports.core.text.notes import print_mark
from reports.core.text.rich_text import translate_raised_digits
from reports.core.text.words import split_words
from reports.exchange.importing.word.cleaning import is_contents
from reports.exchange.importing.word.package import (
    BODY,
    NOTES,
    attribute,
    find_child,
    is_on,
    local_name,
    parse_part,
)

UNSEEN = {
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "pPr",
    "rPr",
    "tblPr",
    "trPr",
    "tcPr",
    "sectPr",
}
SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "‑", "softHyphen": "\u00ad"}
SCRIPTS = {"superscript": "sup", "subscript": "sub"}


class WordReader:
    """Reads a document in one pass. `lines` are its paragraphs, `calls` its notes in order."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.calls: list[tuple[str, str]] = []

    def read_blocks(self, element: etree._Element) -> None:
        for child in element:
            if local_name(child) == "p":
                self.read_paragraph(child)
            elif local_name(child) not in UNSEEN and not is_contents(child):
                if local_name(child) == "tr" and is_deleted(child):
                    continue
                self.read_blocks(child)

    def read_paragraph(self, paragraph: etree._Element) -> None:
        if is_contents(paragraph):
            return
        boxes: list[etree._Element] = []
        self.lines.append(self.read_inline(paragraph, "", boxes))
        for box in boxes:
            self.read_blocks(box)

    def read_inline(self, element: etree._Element, script: str, boxes: list[etree._Element]) -> str:
        """Return the text of an element within a line; collect the text boxes anchored there."""
        parts = []
        for child in element:
            name = local_name(child)
            if name == "t":
                text = child.text or ""
                parts.append(translate_raised_digits(script, text) if script else text)
            elif name in SIGNS:
                parts.append(SIGNS[name])
            elif name in ("footnoteReference", "endnoteReference"):
                self.calls.append((name.removesuffix("Reference"), attribute(child, "id")))
                parts.append(print_mark(str(len(self.calls))))
            elif name == "docPr":
                parts.append(f" {attribute(child, 'descr') or attribute(child, 'title')} ")
            elif name == "txbxContent":
                boxes.append(child)
            elif name == "AlternateContent":
                branches = [branch for branch in child if local_name(branch) == "Fallback"]
                for branch in branches or child[:1]:
                    parts.append(self.read_inline(branch, script, boxes))
            elif name == "r":
                properties = find_child(child, "rPr")
                if not is_on(properties, "vanish"):
                    parts.append(self.read_inline(child, script_of(properties), boxes))
            elif name not in UNSEEN and name:
                parts.append(self.read_inline(child, script, boxes))
        return "".join(parts)


def script_of(properties: etree._Element | None) -> str:
    raised = find_child(properties, "vertAlign") if properties is not None else None
    return SCRIPTS.get(attribute(raised, "val"), "") if raised is not None else ""


def is_deleted(row: etree._Element) -> bool:
    properties = find_child(row, "trPr")
    return properties is not None and find_child(properties, "del") is not None


def list_words(name: str, parts: Mapping[str, bytes]) -> list[str]:
    """Return the words of a document in the order in which an imported report has them."""
    reader = WordReader()
    reader.read_blocks(parse_part(name, parts[BODY]))
    words = [word for line in reader.lines for word in split_words(line)]
    notes = {kind: read_notes(name, parts.get(path)) for kind, path in NOTES.items()}
    for kind, id in reader.calls:
        words += notes[kind].get(id, [])
    return words


def read_notes(name: str, data: bytes | None) -> dict[str, list[str]]:
    """Return the words of each note by its id."""
    notes = {}
    for element in parse_part(name, data) if data else ():
        reader = WordReader()
        reader.read_blocks(element)
        notes[attribute(element, "id")] = [w for line in reader.lines for w in split_words(line)]
    return notes
