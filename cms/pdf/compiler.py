"""Compiles one report to PDF: `python -m cms.pdf.compiler FOLDER`, in a process of its own.

The folder has `report.json`, `report.typ` and the pictures; `report.pdf` is written into it. The
process limits its own memory and processor time, reads only the fonts it is given, and needs no
Django. A warning counts as an error, because Typst ignores what it warns about. `outcome.json` has
the characters that no font has, and the blocks that became plain text because they could not be
typeset.
"""

import copy
import json
import re
import resource
import sys
import time
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

import typst

from cms.pdf.anchors import drop_dead_anchors
from cms.pdf.finishing import finish_pdf
from cms.pdf.narrowing import find_unset
from cms.pdf.nodes import Element
from cms.pdf.plain_text import write_plainly

STANDARDS = ["ua-1", "a-3a"]
REFUSED = re.compile(  # by no font, or private to one
    r'the text `"(.{1,500}?)"` could not be displayed'
    r'|the PDF contains the codepoint `"(.{1,500}?)"`'
)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")  # as Typst writes what is not printable
MAX_MEMORY_BYTES = 2 << 30  # bytes of address space
MAX_ROUNDS = 4
MAX_PROCESSOR_SECONDS = 60
MAX_SEARCH_SECONDS = 20  # seconds of the processor, in which what cannot be set is looked for
MAX_ATTEMPTS = 48
REFUSAL_STATUS = 3  # the exit status for a report that cannot be set: no other says anything of it
INTRODUCTION = "introduction"  # stands in the place of a block
NOTHING: frozenset[str] = frozenset()


class Unset(Exception):
    """Raised when Typst refuses a report or warns about something in it."""


class Report:
    """A report in its folder, which is compiled repeatedly until Typst accepts it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = read_json(folder / "report.json")
        self.unknown: list[str] = []
        self.tries = 0

    @property
    def blocks(self) -> list[str]:
        """The names of the parts that can become plain text, in order."""
        names = (element["block"] for element in self.content["body"])
        return list(dict.fromkeys([INTRODUCTION, *names]))

    def compile(self, plain: AbstractSet[str] = NOTHING) -> bytes:
        """Return the PDF, with some blocks as plain text. Raises `Unset`.

        A character that no font has must neither fail the report nor get lost: its code is printed.
        Typst may report some of them only after others were replaced.
        """
        self.tries += 1
        for _ in range(MAX_ROUNDS):
            write_json(self.folder / "report.json", self.set_plain(plain))
            try:
                return run_typst(self.folder)
            except Unset as error:
                refused = list_refused(str(error))
                if not refused:
                    raise
            self.unknown += refused
            self.spell_out(refused)
        raise Unset("characters are refused again and again")

    def set_plain(self, plain: AbstractSet[str]) -> dict[str, Any]:
        """Return the report with some blocks as plain text, and without links to targets in
        them.
        """
        if not plain:
            return self.content
        content = copy.deepcopy(self.content)
        introduction: Element = {"kind": "prose", "nodes": content["introduction"]}
        first, *body = [
            write_plainly(element) if element["block"] in plain else [element]
            for element in [introduction | {"block": INTRODUCTION}, *content["body"]]
        ]
        content["introduction"] = [node for element in first for node in element["nodes"]]
        content["body"] = [element for elements in body for element in elements]
        content["has_plain_text"] = True
        drop_dead_anchors([*first, *content["body"]])
        return content

    def is_set(self, plain: AbstractSet[str]) -> bool:
        try:
            self.compile(plain)
        except Unset:
            return False
        return True

    def may_try(self) -> bool:
        return self.tries < MAX_ATTEMPTS and time.process_time() < MAX_SEARCH_SECONDS

    def spell_out(self, refused: list[str]) -> None:
        """Write the codes of characters in their place, and say in the report that they are."""
        for file in self.folder.glob("*.svg"):
            file.write_text(name_characters(file.read_text(encoding="utf-8"), refused), "utf-8")
        text = name_characters(json.dumps(self.content, ensure_ascii=False), refused)
        self.content = json.loads(text) | {"example": name_character(refused[0][-1])}


def set_report(report: Report) -> tuple[bytes, set[str]]:
    """Return a PDF, and the blocks that are plain text in it. Raises `Unset`.

    A block that Typst refuses must not prevent the whole PDF.
    """
    try:
        return report.compile(), set()
    except Unset:
        everything = set(report.blocks)
        in_plain_text = report.compile(everything)
    plain = find_unset(report.blocks, report.is_set, report.may_try)
    try:
        return report.compile(plain), plain
    except Unset:
        return in_plain_text, everything


def run_typst(folder: Path) -> bytes:
    """Return the PDF that Typst makes of a folder. Raises `Unset` with Typst's message."""
    try:
        pdf, warnings = typst.compile_with_warnings(
            str(folder / "report.typ"),
            root=str(folder),
            font_paths=read_json(folder / "fonts.json"),
            ignore_system_fonts=True,
            pdf_standards=STANDARDS,  # type: ignore[arg-type]  # a list of some of its names
            timestamp=0,
        )
    except typst.TypstError as error:
        raise Unset(error.diagnostic) from None
    if warnings:
        raise Unset(warnings[0].message)
    return bytes(pdf)


def list_refused(diagnostic: str) -> list[str]:
    """Return the characters that cannot be shown, with their accents; the longest first."""
    shown = {"".join(groups) for groups in REFUSED.findall(diagnostic)}
    found = {ESCAPED.sub(lambda code: chr(int(code[1], 16)), each) for each in shown}
    return sorted(found, key=lambda each: (-len(each), each))


def name_characters(text: str, refused: list[str]) -> str:
    """Return a text in which each refused character is its code."""
    for each in refused:
        text = text.replace(each, "".join(map(name_character, each)))
    return text


def name_character(character: str) -> str:
    """Return the code of a character as Unicode writes it: `[U+4E2D]`; letters of ASCII stay."""
    return character if "!" <= character <= "~" else f"[U+{ord(character):04X}]"


def read_json(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def write_json(file: Path, value: Any) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def limit_process() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_PROCESSOR_SECONDS, MAX_PROCESSOR_SECONDS))


def main() -> None:
    folder = Path(sys.argv[1])
    limit_process()
    report = Report(folder)
    try:
        pdf, plain = set_report(report)
    except Unset as error:
        sys.stderr.write(str(error))
        sys.exit(REFUSAL_STATUS)
    listed = [each for each in report.blocks if each in plain]
    (folder / "report.pdf").write_bytes(finish_pdf(pdf))
    write_json(folder / "outcome.json", {"unknown": report.unknown, "plain": listed})


if __name__ == "__main__":
    main()
