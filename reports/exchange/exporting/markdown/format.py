"""Registers the format `markdown`: a report as `import_report` reads it, with its files."""

from dataclasses import replace
from pathlib import Path

from reports.core.document import Document
from reports.core.figures.locale import use_locale
from reports.exchange.exporting.formats import ExportFailed, Format, register
from reports.exchange.exporting.markdown.block import Unwritable, write_block
from reports.exchange.exporting.markdown.captions import count_captions
from reports.exchange.exporting.markdown.complement import Complement
from reports.exchange.exporting.markdown.context import Context
from reports.exchange.exporting.markdown.definitions import list_definitions
from reports.exchange.exporting.markdown.essentials import keep_recognised, list_essentials
from reports.exchange.exporting.markdown.files import Files
from reports.exchange.exporting.markdown.front_matter import HEAD, write_front_matter
from reports.exchange.exporting.markdown.notes import call_notes, name_notes, write_definitions
from reports.exchange.exporting.markdown.proof import require_same
from reports.exchange.exporting.markdown.readers_form import show_document, show_html
from reports.exchange.exporting.public_report import PublicReport, read_public_report
from reports.exchange.importing.record_words import CREDITS, DEFINITIONS
from reports.exchange.importing.source import EMPTY

NAMED_BY_KEY = ("funding_round",)
"""The kinds of records whose name a block does not print."""


def write_markdown(year: int, number: int | None, folder: Path, site: str) -> list[str]:
    """Write a report and its files into an empty folder; return what could not be written."""
    return write_report(read_public_report(year, number, site), folder)


def write_report(report: PublicReport, folder: Path) -> list[str]:
    """Write a report in its language, in which the import will read its figures."""
    with use_locale(report.document.locale):
        return write_contents(report, folder)


def write_contents(report: PublicReport, folder: Path) -> list[str]:
    files = Files(report, folder)

    def address_of(kind: str, public_id: str, words: str) -> str:
        if kind == "document":
            return files.path_of(kind, public_id, words)
        row = report.find_row(kind, public_id)
        return str(row["path"]) if row and kind == "page" else ""

    def record_name(kind: str, public_id: str) -> str:
        row = report.find_row(kind, public_id) if kind in NAMED_BY_KEY else None
        return str(row["name"]) if row else ""

    known = replace(report.document, blocks=report.document.known_blocks)
    document = name_notes(show_document(known, address_of))
    essentials = list_essentials(document, report.year)
    context = Context(files.path_of, captions=count_captions(document))
    called = call_notes(document)
    blocks = write_blocks(called, context, Complement(record_name, essentials.__contains__))
    listed = keep_recognised(essentials, blocks, report.year)
    if listed != essentials:
        blocks = write_blocks(called, context, Complement(record_name, listed.__contains__))
    body = "\n\n".join([*blocks, *write_definitions(document)])
    fields = dict(report.fields)
    fields["introduction"] = show_html(fields["introduction"], address_of)
    words = str(fields["title"])
    head = write_front_matter(
        report.year,
        fields,
        image=files.path_of("picture", fields["image"], words) if fields.get("image") else "",
        document=files.path_of("document", fields["source_document"], words)
        if fields.get("source_document")
        else "",
        essentials=listed.values(),
        more={
            EMPTY: not document.blocks,
            CREDITS: files.list_credits(),
            DEFINITIONS: list_definitions(report),
        },
    )
    path = folder / f"{report.year}.md"
    path.write_text(f"{head}\n{body}\n", encoding="utf-8", newline="\n")
    require_same(document, path)
    left = len(report.document.blocks) - len(known.blocks)
    return files.notices + ([f"{left} blocs d’un genre inconnu laissés de côté."] if left else [])


def write_blocks(document: Document, context: Context, complement: Complement) -> list[str]:
    try:
        return [write_block(block, context, complement) for block in document.blocks]
    except Unwritable as error:
        raise ExportFailed(f"Ce bloc ne peut pas être écrit en Markdown : {error}.") from error


def is_export(folder: Path) -> bool:
    """Return whether a folder contains one report in this format and nothing else."""
    reports = [path for path in folder.glob("*.md") if path.stem.isdecimal()]
    if len(reports) != 1 or not reports[0].is_file():
        return False
    with reports[0].open(encoding="utf-8", errors="replace") as file:
        return [file.readline(), file.readline()] == ["---\n", HEAD]


register(Format("markdown", "Markdown, tel que import_report le lit", write_markdown, is_export))
