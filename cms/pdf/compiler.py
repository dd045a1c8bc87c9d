"""Sets one report in type: `python -m cms.pdf.compiler FOLDER`, in a process of its own.

The folder has `report.json`, `report.typ` and the pictures; `report.pdf` is written into it. The
process may use so much memory and processor time, and reads no font but those it is told of. It
needs no Django. Warnings fail: Typst replaces a missing font with a mere warning.
"""

import json
import re
import resource
import sys
from pathlib import Path

import typst

from cms.pdf.row_heads import mark_row_heads

STANDARDS = ["ua-1", "a-3a"]
WITHOUT_FONT = re.compile(r'the text `"(.+?)"` could not be displayed')
BOX = "□"
MEMORY = 2 << 30  # bytes of address space
PROCESSOR = 30  # seconds


def limit_process() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))


def compile_folder(folder: Path) -> bytes:
    """Return the PDF that a folder describes. Raises TypstError, ValueError for a warning.

    A character that no font has becomes a box: it must not take the whole report with it.
    """
    try:
        return mark_row_heads(run_typst(folder))
    except typst.TypstError as error:
        unknown = set("".join(WITHOUT_FONT.findall(error.diagnostic)))
        if not unknown:
            raise
        box_characters(folder / "report.json", unknown)
    return mark_row_heads(run_typst(folder))


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


def box_characters(file: Path, unknown: set[str]) -> None:
    """Write boxes for characters, in a file of JSON."""
    text = file.read_text(encoding="utf-8")
    for character in unknown:
        text = text.replace(character, BOX)
    file.write_text(text, encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1])
    limit_process()
    (folder / "report.pdf").write_bytes(compile_folder(folder))


if __name__ == "__main__":
    main()
