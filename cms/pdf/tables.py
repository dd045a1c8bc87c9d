"""Builds tables for the PDF: a caption, column headers repeated on each page, and row headers."""

from collections.abc import Callable
from math import sqrt
from typing import Any

from cms.frontend.tables import align_budget, align_table
from cms.pdf.elements import EMPTY, Setter
from cms.pdf.nodes import Element, Node, iterate_nodes, link, text

MAX_CELL_CHARACTERS = 400  # letters of a cell

Row = dict[str, Any]
Column = tuple[str, bool]
Head = Callable[[Setter, Row], list[Node]]


def table(setter: Setter, block: dict[str, Any], rows: list[Row], head: Head) -> Element:
    """Return a table of the graph; `head` makes the header of each row."""
    align_table(block)
    columns = [(each["heading"] or "Intitulé", each["isNumeric"]) for each in block["columns"]]
    body = [[head(setter, row), *cells(setter, row)] for row in rows]
    # a draft may have rows before it has columns: what they are about is one
    return build_table(block.get("caption") or "", columns or [("Intitulé", False)], body)


def build_table(caption: str, columns: list[Column], rows: list[list[list[Node]]]) -> Element:
    """Return a table from its columns and the nodes of each cell.

    A column is its heading and whether it has figures. The width of a text column is proportional
    to the square root of its average number of letters, up to `MAX_CELL_CHARACTERS`, so
    that short ones stay legible.
    """
    described = []
    for place, (heading, is_numeric) in enumerate(columns):
        letters = [count_letters(row[place]) for row in rows] or [0]
        share = round(
            sqrt(max(len(heading), min(sum(letters) / len(letters), MAX_CELL_CHARACTERS), 1)), 2
        )
        described.append({"nodes": [text(heading)], "numeric": is_numeric, "share": share})
    return {"kind": "table", "caption": caption, "columns": described, "rows": rows}


def count_letters(nodes: list[Node]) -> int:
    return sum(len(node.get("text", "")) for node in iterate_nodes(nodes))


def cells(setter: Setter, row: Row) -> list[list[Node]]:
    return [cell_nodes(each["text"], setter.address(each["url"])) for each in row["cells"]]


def cell_nodes(words: str, address: str) -> list[Node]:
    """Return the content of a cell: a list if it has several lines."""
    lines = [link(line, address) for line in words.splitlines() if line.strip()]
    if len(lines) > 1:
        items = [{"kind": "li", "children": [line]} for line in lines]
        return [{"kind": "ul", "children": items}]
    return lines or [text(EMPTY)]


def row_head(setter: Setter, row: Row) -> list[Node]:
    words = row["name"] or row["url"] or "Sans intitulé"
    return [link(words, setter.address(row["url"])), *note(setter, row["note"])]


def indicator_head(setter: Setter, row: Row) -> list[Node]:
    indicator = row["indicator"]
    words = row["name"] or (indicator["name"] if indicator else "Sans intitulé")
    address = f"/indicateurs/{indicator['code']}/" if indicator else row["url"]
    return [link(words, setter.address(address)), *note(setter, row["definition"])]


def award_head(setter: Setter, row: Row) -> list[Node]:
    return [*setter.name(row), *note(setter, row["note"])]


def note(setter: Setter, content: dict[str, Any]) -> list[Node]:
    """Return the note below the header of a row; empty if there is none."""
    nodes = setter.prose(content)
    return [{"kind": "note", "children": nodes}] if nodes else []


def budget(setter: Setter, block: dict[str, Any]) -> Element:
    align_budget(block)
    columns = [
        (block["titleHeading"] or "Poste", False),
        (block["amountHeading"] or "Montant", block["amountIsNumeric"]),
    ]
    names = ["amount"]
    if block["hasStaff"]:
        columns.append(("Effectif", block["staffIsNumeric"]))
        names.append("staff")
    rows = [budget_row(setter, line, names) for line in block["budgetLines"]]
    return build_table("", columns, rows)


def budget_row(setter: Setter, line: Row, names: list[str]) -> list[list[Node]]:
    head = [text(line["title"])]
    if line["detail"]:
        head.append({"kind": "note", "children": [text(line["detail"])]})
    facts = (setter.fact(line[name]) for name in names)
    return [head, *(fact or [text(EMPTY)] for fact in facts)]
