"""The views that serve data files: figures as CSV, JSON and workbooks, schemas and catalogue."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.data import delivery, documents, tables
from cms.data.catalog import write_catalog
from cms.data.columns import ALL_COLUMNS
from cms.data.delivery import FileType, deliver_file
from cms.data.figures import iterate_rows
from cms.data.lookup import Edition, Withdrawn, find_edition, list_editions
from cms.data.restatements import list_all_rows
from cms.frontend.api_client import Visit
from cms.frontend.file_names import name_block
from cms.frontend.moved_records import redirect_if_moved
from cms.frontend.versions import show_version


class Moved(Exception):
    """Raised when a file has another address; `response` redirects to it."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response


Write = Callable[[Visit, Edition], bytes]


def deliver_edition(
    request: HttpRequest,
    path: str,
    number: str | None,
    kind: FileType,
    write: Write,
    name: str = "",
    block: str = "",
) -> HttpResponse:
    """Return a file of the report at a path, or of one version; 410 if the version was withdrawn.

    `{}` in `name` is replaced with the report: « bilan-2024.csv », « bilan-2024-v2.csv ». The name
    of a block's file has the words of its title too: « 2024-services-par-incubateur.csv ».
    """

    def build(visit: Visit) -> bytes:
        return write(visit, find_edition(visit, path, number))

    slug = path.strip("/").rpartition("/")[2]
    names = [f"{slug}-v{number}" if number else slug]
    try:
        if block:
            names.append(
                name_block(find_edition(Visit(request), path, number).report["body"], block)
            )
        name = name.format("-".join(names))
        return deliver_file(request, kind, build, name, is_old=bool(number))
    except Withdrawn as withdrawn:
        gone = show_version(request, path, withdrawn.number)
        gone["Access-Control-Allow-Origin"] = "*"  # so that programs elsewhere see it is gone
        return gone


@require_safe
def report_csv(request: HttpRequest, path: str, number: str | None = None) -> HttpResponse:
    """Return the figures of a report, one in a line."""
    return deliver_edition(request, path, number, delivery.CSV, write_report, "bilan-{}.csv")


def write_report(visit: Visit, edition: Edition) -> bytes:
    return tables.write_rows(iterate_rows(edition))


@require_safe
def all_csv(request: HttpRequest) -> HttpResponse:
    """Serve the figures of all public reports, the latest report first."""
    return deliver_file(request, delivery.CSV, write_all, "bilans.csv")


def write_all(visit: Visit) -> bytes:
    return tables.write_rows(list_all_rows(visit, list_editions(visit)), ALL_COLUMNS)


@require_safe
def report_json(request: HttpRequest, path: str, number: str | None = None) -> HttpResponse:
    """Serve the figures of a report as JSON."""
    return deliver_edition(request, path, number, delivery.JSON, documents.write_rows)


@require_safe
def report_ods(request: HttpRequest, path: str, number: str | None = None) -> HttpResponse:
    """Serve the figures and each table of a report as a workbook.

    The library that writes it is loaded on the first request, as it takes 9 MiB of memory.
    """
    write = import_module("cms.data.workbook").write_workbook
    return deliver_edition(request, path, number, delivery.ODS, write, "bilan-{}.ods")


@require_safe
def report_schema(request: HttpRequest, path: str, number: str | None = None) -> HttpResponse:
    """Serve the schema of a report's CSV file."""
    return deliver_edition(request, path, number, delivery.JSON, documents.write_schema)


@require_safe
def all_schema(request: HttpRequest) -> HttpResponse:
    """Serve the schema of the CSV file of all reports."""
    return deliver_file(request, delivery.JSON, documents.write_all_schema)


@require_safe
def catalog(request: HttpRequest) -> HttpResponse:
    """Serve the catalogue of all data files, for the portals that harvest it."""
    return deliver_file(request, delivery.JSON_LD, write_catalog)


@require_safe
def block_csv(
    request: HttpRequest, path: str, block: str, number: str | None = None
) -> HttpResponse:
    """Serve the figures of one block of a report or of a version."""
    write = partial(write_block, id=block)
    return deliver_edition(request, path, number, delivery.CSV, write, "{}.csv", block)


def write_block(visit: Visit, edition: Edition, id: str) -> bytes:
    blocks: list[dict[str, Any]] = edition.report["body"]
    file = next((tables.write_block(block) for block in blocks if block["id"] == id), None)
    if file is None:
        raise Http404
    return file


@require_safe
def indicator_csv(request: HttpRequest, code: str) -> HttpResponse:
    """Serve the series of an indicator."""

    def build(visit: Visit) -> bytes:
        indicator = visit.find("indicator", "indicator", code=code)
        if moved := redirect_if_moved("indicator_csv", code, indicator["code"]):
            raise Moved(moved)
        return tables.write_series(indicator)

    try:
        return deliver_file(request, delivery.CSV, build, f"{code}.csv")
    except Moved as moved:
        return moved.response
