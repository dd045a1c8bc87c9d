"""Sets one report in type: `python -m cms.pdf.compiler FOLDER`, in a process of its own.

The folder has `report.json`, `report.typ` and the pictures; `report.pdf` is written into it. The
process may use so much memory and processor time, and reads no font but those it is told of. It
needs no Django. Warnings fail: Typst replaces a missing font with a mere warning. Characters that
no font has are named in `unknown.json`.
"""

import json
import re
import resource
import sys
from pathlib import Path
from typing import Any

import typst

from cms.pdf.finishing import finish_pdf

STANDARDS = ["ua-1", "a-3a"]
REFUSED = re.compile(  # by no font, or private to one
    r'the text `"(.+?)"` could not be displayed|the PDF contains the codepoint `"(.+?)"`'
)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")  # as Typst writes what is not printable
MEMORY = 2 << 30  # bytes of address space
ROUNDS = 4
PROCESSOR = 30  # seconds


def limit_process() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))


def compile_folder(folder: Path) -> bytes:
    """Return the PDF that a folder describes. Raises TypstError, ValueError for a warning.

    A character that no font has must not take the whole report with it, nor be lost: its code
    stands in its place. Typst may name some only once others are gone.
    """
    unknown: list[str] = []
    for _ in range(ROUNDS):
        try:
            return finish_pdf(run_typst(folder))
        except typst.TypstError as error:
            refused = list_refused(error.diagnostic)
            if not refused:
                raise
        unknown += refused
        spell_out(folder, refused)
        write_json(folder / "unknown.json", unknown)
    raise ValueError("characters are refused again and again")


def run_typst(folder: Path) -> bytes:
    pdf, warnings = typst.compile_with_warnings(
        str(folder / "report.typ"),
        root=str(folder),
        font_paths=json.loads((folder / "fonts.json").read_text(encoding="utf-8")),
        ignore_system_fonts=True,
        pdf_standards=STANDARDS,  # type: ignore[arg-type]  # a list of some of its names
        timestamp=0,
    )
    if warnings:
        raise ValueError(warnings[0].message)
    return bytes(pdf)


def list_refused(diagnostic: str) -> list[str]:
    """Return the characters that cannot be shown, with their accents; the longest first."""
    shown = {"".join(groups) for groups in REFUSED.findall(diagnostic)}
    found = {ESCAPED.sub(lambda code: chr(int(code[1], 16)), each) for each in shown}
    return sorted(found, key=lambda each: (-len(each), each))


def spell_out(folder: Path, refused: list[str]) -> None:
    """Write the codes of characters in their place, and say in the report that they are codes."""
    for file in (folder / "report.json", *folder.glob("*.svg")):
        text = file.read_text(encoding="utf-8")
        for each in refused:
            text = text.replace(each, "".join(map(name_character, each)))
        file.write_text(text, encoding="utf-8")
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    write_json(folder / "report.json", report | {"example": name_character(refused[0][-1])})


def write_json(file: Path, value: Any) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def name_character(character: str) -> str:
    """Return the code of a character as Unicode writes it: `[U+4E2D]`; letters of ASCII stay."""
    return character if "!" <= character <= "~" else f"[U+{ord(character):04X}]"


def main() -> None:
    folder = Path(sys.argv[1])
    limit_process()
    (folder / "report.pdf").write_bytes(compile_folder(folder))


if __name__ == "__main__":
    main()
