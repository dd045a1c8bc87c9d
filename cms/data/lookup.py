"""Finds the report or version that the address of a data file names."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404

from cms.frontend.api_client import Visit
from cms.frontend.report_list import list_reports
from cms.frontend.versions import find_history

Node = dict[str, Any]


class Withdrawn(Exception):
    """Raised when the version asked for was withdrawn; its page gives the reason."""

    def __init__(self, number: str) -> None:
        self.number = number


@dataclass(frozen=True)
class Edition:
    """A report with its data as published today, or as of one version.

    `version` is None if no version was stored. `is_old` means that a version was asked for by its
    number. `addresses` has the address of each figure by its id.
    """

    report: Node
    version: Node | None
    is_old: bool  # asked for by its number
    addresses: dict[str, str]  # of its figures, by their ids

    @property
    def number(self) -> int | None:
        return self.version["number"] if self.version else None

    @property
    def path(self) -> str:
        """The path below which its files are."""
        return str(self.version["path"] if self.is_old and self.version else self.report["path"])


def find_edition(visit: Visit, path: str, number: str | None) -> Edition:
    """Return the report at a path. Raises Http404 for a hidden report as for an absent one."""
    history, version = find_version(visit, path, number)
    edition = read_edition(visit, history["year"], version, is_old=bool(number))
    if edition is None:
        raise Http404
    return edition


def find_version(visit: Visit, path: str, number: str | None) -> tuple[Node, Node | None]:
    """Return the history of the report at a path, and the version with a number, or the last one.

    Raises Http404, and Withdrawn.
    """
    _, history = find_history(visit, f"/{path}")
    if not number:
        return history, history["version"]
    known = {each["number"]: each for each in history["versions"]}
    version = known.get(int(number))
    if version is None:
        raise Http404
    if version["withdrawn"]:
        raise Withdrawn(number)
    return history, version


def read_edition(
    visit: Visit, year: int, version: Node | None, is_old: bool = False
) -> Edition | None:
    """Return the report of a year, or a version of it, if it may be seen."""
    number = version["number"] if version and is_old else None
    report = visit.ask("report", year=year, version=number)["report"]
    return Edition(report, version, is_old, read_addresses(visit, year, number)) if report else None


def read_addresses(visit: Visit, year: int, number: int | None) -> dict[str, str]:
    """Return the addresses of the figures of a report, or of a version of it, by their ids."""
    report = visit.ask("figure_addresses", year=year, version=number)["report"]
    return {each["figureId"]: each["id"] for each in report["figureAddresses"]} if report else {}


def list_editions(visit: Visit) -> list[Edition]:
    """Return all public reports as they are today, the latest first."""
    editions = []
    for year in (node["year"] for node in list_reports(visit)):
        edition = read_edition(visit, year, read_version(visit, year))
        if edition:
            editions.append(edition)
    return editions


def read_version(visit: Visit, year: int) -> Node | None:
    """Return the version that the report of a year has today."""
    history = visit.ask("versions", year=year)["report"]
    return history["version"] if history else None
