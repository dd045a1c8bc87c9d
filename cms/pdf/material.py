"""Collects the material of a PDF: the arranged answer of the graph, and its picture files."""

import hashlib
import importlib.metadata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import orjson
from django.conf import settings
from django.core.files.storage import default_storage
from django.http import HttpRequest
from wagtail.models import Site

from cms.data.documents import write_rows as write_json
from cms.data.lookup import Edition, read_addresses
from cms.data.views import write_report as write_csv
from cms.frontend.api_client import Visit
from cms.frontend.pictures import largest_rendition
from cms.pdf.anchors import iterate_elements
from cms.pdf.fonts import FAMILIES
from cms.pdf.nodes import Element
from cms.pdf.printout import build_printout
from cms.pdf.process import TEMPLATE, Typeset, set_in_type
from reports_graphql.preview_field import NO_DRAFTS, Drafts

INK = "#161616"
COLORS = {
    "etat": {"accent": "#000091", "soft": "#f5f5fe"},
    "neutre": {"accent": "#1f4e5f", "soft": "#f2f5f6"},
}


class OfflineVisit(Visit):
    """Queries the shipped documents outside a request; the settings give the site's address."""

    @property
    def base(self) -> str:
        return str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")


@dataclass(frozen=True)
class Material:
    """A printout, and the stored file of each picture by its name in the printout."""

    visit: Visit
    report: dict[str, Any]
    version: dict[str, Any] | None
    printout: dict[str, Any]
    pictures: dict[str, str]

    @property
    def is_complete(self) -> bool:
        """False if something is missing that will be available later, such as the drawing of a
        chart.
        """
        return self.visit.is_complete

    @property
    def sha256(self) -> str:
        """The SHA-256 of the PDF's content and of its template, in hexadecimal."""
        parts = [self.printout, self.pictures, TEMPLATE.read_text(encoding="utf-8")]
        return hash_parts(parts)

    @property
    def refused_sha256(self) -> str:
        """The SHA-256 under which it is recorded that this program cannot make the PDF."""
        return hash_parts([self.sha256, hash_program()])

    def build_pdf(self) -> Typeset:
        """Return the PDF. Raises `NotMade`, and errors of the storage."""
        files = {}
        for name, stored in self.pictures.items():
            with default_storage.open(stored) as file:
                files[name] = file.read()
        for element in iterate_elements(self.printout["body"], "picture"):
            if element["svg"]:
                files[element["file"]] = element["svg"].encode()
        attachments = []
        if self.version:
            addresses = read_addresses(self.visit, self.report["year"], self.version["number"])
            edition = Edition(self.report, self.version, is_old=True, addresses=addresses)
            files["donnees.csv"] = write_csv(self.visit, edition)
            files["donnees.json"] = write_json(self.visit, edition)
            attachments = ATTACHMENTS
        printout = self.printout | {"attachments": attachments}
        return set_in_type(printout, files, settings.FRONTEND_THEME)


ATTACHMENTS = [
    {"name": "donnees.csv", "media_type": "text/csv", "description": "Les chiffres, en CSV"},
    {
        "name": "donnees.json",
        "media_type": "application/json",
        "description": "Les chiffres, en JSON",
    },
]


def read_material(
    site: Site, year: int, number: int | None, drafts: Drafts = NO_DRAFTS
) -> Material | None:
    """Return the material for the PDF of a version or a draft; None if it may not be seen."""
    visit = OfflineVisit(HttpRequest(), drafts, site)
    report = visit.ask("report", year=year, version=number)["report"]
    version = find_version(visit, year, number) if number else None
    if report is None or (number and version is None):
        return None
    known = visit.ask("site")["site"]
    printout = build_printout(report, version, known, visit.base)
    pictures = dict(name_files(printout["body"]))
    return Material(visit, report, version, printout | build_look(), pictures)


def find_version(visit: Visit, year: int, number: int) -> dict[str, Any] | None:
    """Return a version in the graph; None if it cannot be read."""
    history = visit.ask("versions", year=year)["report"]
    versions = history["versions"] if history else []
    return next(
        (each for each in versions if each["number"] == number and not each["withdrawn"]), None
    )


def hash_parts(parts: list[Any]) -> str:
    return hashlib.sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)).hexdigest()


@cache
def hash_program() -> str:
    """Return a hash of the typesetting code: another release may succeed where this one fails."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    sources = [file.read_text(encoding="utf-8") for file in files]
    return hash_parts([importlib.metadata.version("typst"), sources])


def build_look() -> dict[str, Any]:
    """Return the colours and the fonts of the theme, as the template reads them."""
    theme = settings.FRONTEND_THEME
    return {"theme": COLORS[theme] | {"fonts": FAMILIES[theme]}}


def name_files(body: list[Element]) -> Iterator[tuple[str, str]]:
    """Set the file name of each picture in a body; yield it with its name in the storage.

    Drawings are not in the storage: the answer contains them.
    """
    for number, element in enumerate(iterate_elements(body, "picture"), 1):
        if element["svg"]:
            element["svg"] = element["svg"].replace("currentColor", INK)
            element["file"] = f"{number}.svg"
            continue
        stored = unquote(largest_rendition(element["picture"])).removeprefix(settings.MEDIA_URL)
        element["file"] = f"{number}.{stored.rpartition('.')[2]}"
        yield element["file"], stored
