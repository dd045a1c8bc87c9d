"""Notices about PDFs that failed or are incomplete, for the log and for administrators."""

import json
import logging
from collections.abc import Iterator
from typing import Any

from cms.pdf.nodes import Element
from reports.content.models import FileFailure
from reports.publishing.administrators import write_to_administrators
from reports.publishing.models import ReportVersion

logger = logging.getLogger(__name__)

FAILURE = "Le PDF du bilan {year} n’a pas pu être fait"
FAILURE_TEXT = (
    "La version {number} du bilan {year} est publiée, mais son PDF n’a pas pu être fait. Les "
    "lecteurs gardent la page et les données. Le journal du serveur dit pourquoi\u202f; après "
    "réparation, «\u00a0manage.py make_pdfs --again\u00a0» recommence."
)
UNKNOWN = "Le PDF du bilan {year} montre les codes de caractères"
UNKNOWN_TEXT = (
    "Le PDF de la version {number} du bilan {year} ne peut pas montrer ces caractères\u202f: leurs "
    "codes y tiennent leur place. La page et les données les ont.\n\n{listed}"
)
START = "au début du bilan"


def note_failure(version: ReportVersion, error: Exception, is_final: bool = False) -> None:
    """Record for editors and operators that the PDF of a version is missing."""
    FileFailure.note(
        FileFailure.Kind.PDF,
        version.pk,
        type(error).__name__,
        subject=f"bilan {version.year}, version {version.number}",
        report_key=version.report_key,
        is_final=is_final,
    )


def report_plain(version: ReportVersion, blocks: list[str]) -> None:
    """Log the blocks that are plain text in a PDF; the checks tell editors."""
    listed = ", ".join(blocks)
    logger.warning("The PDF of version %s has as plain text: %s.", version.pk, listed)


def report_failure(version: ReportVersion, reason: str) -> None:
    """Log why a PDF could not be made, and tell the administrators that it failed."""
    logger.error("The PDF of version %s was not made: %s", version.pk, reason)
    write(version, FAILURE, FAILURE_TEXT)


def report_unknown(version: ReportVersion, printout: dict[str, Any], unknown: list[str]) -> None:
    """Report the characters that a PDF shows as codes, and where they are."""
    logger.warning("The PDF of version %s has the codes of %s.", version.pk, ascii(unknown))
    listed = "\n".join(f"{show(each)}, {find_place(printout['body'], each)}" for each in unknown)
    write(version, UNKNOWN, UNKNOWN_TEXT, listed=listed)


def write(version: ReportVersion, subject: str, text: str, **values: str) -> None:
    named = {"year": version.year, "number": version.number, **values}
    write_to_administrators(subject.format(**named), text.format(**named))


def show(characters: str) -> str:
    codes = " ".join(f"U+{ord(each):04X}" for each in characters)
    return f"«\u00a0{characters}\u00a0» ({codes})"


def find_place(body: list[Element], characters: str) -> str:
    """Return the heading under which some characters first occur, in words."""
    for heading, element in list_sections(body):
        if characters in json.dumps(element, ensure_ascii=False):
            return f"dans «\u00a0{heading}\u00a0»" if heading else START
    return START


def list_sections(body: list[Element]) -> Iterator[tuple[str, Element]]:
    """Yield each element with the words of the heading above it."""
    heading = ""
    for element in body:
        if element["kind"] == "heading":
            heading = element["text"]
        yield heading, element
