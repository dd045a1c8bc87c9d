"""Blocks in every state of their fields, derived from the nodes that declare them.

Each type of block occurs full, empty, without each single field, with each field alone, and with
each choice. Every word and number of a case is its own, so that one document has all cases and
whatever is missing of it names its case.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from reports.content.folding.bodies import ReportBody
from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from tests.cms.matrix.rich_texts import ELEMENTS, write_element
from tests.reports_graphql.bodies import uid

FILLED = {Role.TEXT, Role.RICH_TEXT, Role.FIGURE, Role.ADDRESS, Role.REFERENCE}
TABLE_LEAVES = ("heading", "headings", "head", "cell", "note", "url", "cell url", "reference")
TABLE_WORDS = ("heading", "headings", "head", "cell", "note")
HOLLOW_TABLES = {
    "no row": {"columns": [{"heading": "A"}, {"heading": "B"}], "rows": []},
    "no column": {"columns": [], "rows": [{"cells": []}]},
    "nothing": {"columns": [], "rows": []},
    "no cell": {"columns": [{"heading": "A"}, {"heading": "B"}], "rows": [{"cells": []}]},
    "one column": {"columns": [{"heading": "A"}], "rows": [{"cells": ["a"]}]},
    "more cells": {"columns": [{"heading": "A"}], "rows": [{"cells": ["a", "b", "c"]}]},
    "none": None,
}
CELLS = {
    "lines": "{0}a\n{0}b",
    "a list": "- {0}a\n- {0}b",
    "bullets": "• {0}a\n• {0}b",
    "numbers": "1. {0}a\n2. {0}b",
    "blanks": " {0}a\n\n{0}b ",
    "markup": "<b>{0}a</b> **{0}b** &amp;",
}


@dataclass
class Case:
    """A block, and the words that readers have to see of it, by the paths of their fields."""

    name: str
    kind: str
    value: Any = None
    words: dict[str, str] = field(default_factory=dict)


class Filler:
    """Makes values for fields, each with words of its own."""

    def __init__(self, keys: dict[str, Any]) -> None:
        self.keys = keys
        self.numbers = count(1_000)

    def make_word(self) -> str:
        """Return a word that occurs nowhere else, and is no part of another."""
        return f"zq{next(self.numbers)}q"

    def build(self, name: str, kind: str, is_filled: Callable[[str], bool]) -> Case:
        """Return a block of a kind, whose fields of some paths are filled."""
        case = Case(name, kind)

        def fill(path: str, part: Part) -> Any:
            if not is_filled(path):
                return None if part.role is Role.REFERENCE else ""
            return self.fill(case, path, part)

        case.value = self.build_node(case, BLOCKS[kind], "", is_filled, fill)
        self.forget_unseen(case, BLOCKS[kind])
        return case

    def fill(self, case: Case, path: str, part: Part) -> Any:
        if part.role is Role.ADDRESS:
            return "https://example.org/une(adresse)?a=1&b=2"
        if part.role is Role.REFERENCE:
            return self.keys[part.refers_to]
        if part.role is Role.FIGURE:
            case.words[path] = str(1_000_000 + next(self.numbers))
            return case.words[path]
        case.words[path] = self.make_word()
        return f"<p>{case.words[path]}</p>" if part.role is Role.RICH_TEXT else case.words[path]

    def build_node(
        self,
        case: Case,
        cls: type[Node],
        above: str,
        is_filled: Callable[[str], bool],
        fill: Callable[[str, Part], Any],
    ) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, part in cls.parts.items():
            path = f"{above}{name}"
            match part.role:
                case Role.NODE:
                    made[name] = self.build_node(case, part.reads, f"{path}.", is_filled, fill)
                case Role.NODES:
                    below = self.build_node(case, part.reads, f"{path}.", is_filled, fill)
                    made[name] = [{"type": "item", "id": "", "value": below}]
                case Role.TABLE:
                    made[name] = self.build_table(case, part, path, is_filled)
                case role if role in FILLED:
                    made[name] = fill(path, part)
                case Role.SETTING if part.choices:
                    made[name] = next(iter(part.choices))
        return made

    def forget_unseen(self, case: Case, cls: type[Node], above: str = "") -> None:
        """Forget words that nobody has to see: of a drawing, of a picture that is not there, and
        above nothing.
        """
        for name, part in cls.parts.items():
            path = f"{above}{name}"
            if part.role in (Role.NODE, Role.NODES):
                self.forget_unseen(case, part.reads, f"{path}.")
            seen = [each for each in case.words if each == path or each.startswith(f"{path}.")]
            if part.heading and not seen:
                case.words.pop(f"{above}{part.heading}", "")
            is_of_picture = name == "alt" and not case.value.get("picture")
            if is_of_picture or (name in cls.drawn and part.role is not Role.TABLE):
                case.words.pop(path, "")

    def build_table(
        self, case: Case, part: Part, path: str, is_filled: Callable[[str], bool]
    ) -> dict[str, Any]:
        """Return a table of one row, whose parts are filled as if they were fields."""
        words: dict[str, str] = {}
        for leaf in TABLE_WORDS:
            if is_filled(f"{path}.{leaf}"):
                words[leaf] = case.words[f"{path}.{leaf}"] = self.make_word()
        cell: Any = words.get("cell", "")
        if is_filled(f"{path}.cell url"):
            cell = {"raw": cell, "url": "/chemin"}
        columns = [{"id": "", "heading": words.get(name, "")} for name in ("headings", "heading")]
        row: dict[str, Any] = {"id": "", "cells": [words.get("head", ""), cell]}
        if "note" in words:
            row["note"] = words["note"]
        if is_filled(f"{path}.url"):
            row["url"] = "https://example.org/"
        if part.refers_to and is_filled(f"{path}.reference"):
            row |= {"ref": self.keys[part.refers_to], "ref_name": words.get("head", "")}
        return {"columns": columns, "rows": [row]}


def list_leaves(cls: type[Node], above: str = "") -> Iterator[tuple[str, Part]]:
    """Yield the fields that can be filled, by their paths; those of a table as if it had fields."""
    for name, part in cls.parts.items():
        match part.role:
            case Role.NODE | Role.NODES:
                yield from list_leaves(part.reads, f"{above}{name}.")
            case Role.TABLE:
                leaves = TABLE_LEAVES if part.refers_to else TABLE_LEAVES[:-1]
                yield from ((f"{above}{name}.{leaf}", part) for leaf in leaves)
            case role if role in FILLED:
                yield f"{above}{name}", part


def list_states(filler: Filler) -> Iterator[Case]:
    """Yield each type of block in every state of its fields."""
    for kind, cls in BLOCKS.items():
        leaves = [path for path, _ in list_leaves(cls)]
        yield filler.build(f"{kind}, full", kind, lambda path: True)
        yield filler.build(f"{kind}, empty", kind, lambda path: False)
        yield Case(f"{kind}, hollow", kind, {})
        for leaf in leaves:
            yield filler.build(f"{kind} without {leaf}", kind, leaf.__ne__)
            yield filler.build(f"{kind} with {leaf} alone", kind, leaf.__eq__)
        for path in list_lists(cls):
            yield put_in(filler, f"{kind} without items of {path}", kind, path, [])
        for name, part in cls.parts.items():
            if part.role is Role.TABLE:
                for state, table in HOLLOW_TABLES.items():
                    yield put_in(filler, f"{kind}, {name}: {state}", kind, name, table)
                for state, cell in CELLS.items():
                    yield put_in_table(filler, f"{kind}, a cell of {state}", kind, name, cell)
            for choice in part.choices:
                for is_full in (True, False):
                    case = filler.build(f"{kind} {choice} {is_full}", kind, lambda _: is_full)  # noqa: B023
                    case.value[name] = choice
                    yield case


def list_lists(cls: type[Node], above: str = "") -> Iterator[str]:
    """Yield the paths of the lists of items in a block."""
    for name, part in cls.parts.items():
        if part.role is Role.NODES:
            yield f"{above}{name}"
            yield from list_lists(part.reads, f"{above}{name}.")


def put_in(filler: Filler, name: str, kind: str, path: str, value: Any) -> Case:
    """Return a full block with another value for a part; only words elsewhere have to be seen."""
    case = filler.build(name, kind, lambda _: True)
    *above, last = path.split(".")
    holder = case.value
    for step in above:
        holder = holder[step][0]["value"]
    holder[last] = value
    case.words = {at: word for at, word in case.words.items() if not at.startswith(f"{path}.")}
    filler.forget_unseen(case, BLOCKS[kind])
    return case


def put_in_table(filler: Filler, name: str, kind: str, part: str, cell: str) -> Case:
    """Return a full block, whose cell and head are words of some form."""
    case = filler.build(name, kind, lambda _: True)
    for place, leaf in enumerate(("head", "cell")):
        word = case.words.pop(f"{part}.{leaf}")
        case.value[part]["rows"][0]["cells"][place] = cell.format(word)
        case.words |= {f"{part}.{leaf} {end}": f"{word}{end}" for end in "ab"}
    return case


def list_elements(filler: Filler) -> Iterator[Case]:
    """Yield each element in each place of rich text, and in a note wherever one may be called."""
    for kind, cls in BLOCKS.items():
        for path, part in list_leaves(cls):
            if part.role is not Role.RICH_TEXT and not path.endswith(".note"):
                continue
            for tag in ELEMENTS:
                html = write_element(tag, "dedans")
                yield put_words(filler, f"{tag} in {kind}.{path}", kind, path, html)
                if may_have_notes(kind, path):
                    note = f'<p>mot<bilan-note id="{filler.make_word()}">{html}</bilan-note></p>'
                    yield put_words(filler, f"{tag} in a note of {kind}.{path}", kind, path, note)


def may_have_notes(kind: str, path: str) -> bool:
    """Say whether the form of a field lets editors call notes."""
    form: Any = ReportBody().child_blocks[kind]
    for step in path.split("."):
        form = getattr(form, "child_block", form)
        form = getattr(form, "child_blocks", {}).get(step, form)
    return "note" in (getattr(form, "features", None) or ())


def put_words(filler: Filler, name: str, kind: str, path: str, html: str) -> Case:
    """Return a block with rich text in one place, and nothing else but what names it."""
    case = filler.build(name, kind, path.__eq__)
    word = case.words.pop(path)
    html = html.replace("dedans", word).replace("avant", f"{word}a").replace("après", f"{word}b")
    case.words = {
        f"{path} {end}": f"{word}{end}" for end in ("", "a", "b") if f"{word}{end}" in html
    }
    holder = case.value
    *above, last = path.split(".")
    if last == "note" and BLOCKS[kind].parts[above[0]].role is Role.TABLE:
        holder[above[0]]["rows"][0]["note"] = html
        return case
    for step in above:
        holder = holder[step]
        holder = holder[0]["value"] if isinstance(holder, list) else holder
    holder[last] = html
    return case


def build_body(cases: list[Case]) -> list[dict[str, Any]]:
    """Return the body of all cases in stored form; the block of case n has the id `uid(n)`."""
    ids = count(100_000)

    def renew_ids(value: Any) -> None:
        for each in value.values() if isinstance(value, dict) else value:
            if isinstance(each, dict | list):
                renew_ids(each)
        if isinstance(value, dict) and ("id" in value or "heading" in value or "cells" in value):
            value["id"] = uid(next(ids))

    body = []
    for number, case in enumerate(cases):
        renew_ids(case.value)
        body.append({"type": case.kind, "id": uid(number), "value": case.value})
    return body
