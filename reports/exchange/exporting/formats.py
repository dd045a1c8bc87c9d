"""The registry of export formats, by the name that the option `--to` takes.

Each package of `reports.exchange.exporting` that has a module `format` registers one there.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reports.exchange import exporting

Write = Callable[[int, int | None, Path, str], list[str]]
"""Writes the report of a year, or a version of it by its number, into an empty folder.

The last argument is the name of a site, empty for the default one. Returns French sentences about
what could not be written; raises `NotPublic`, `ExportFailed`, or `Refusal` for a site.
"""


class ExportFailed(Exception):
    """Raised when a report cannot be written in a format; the message is a French sentence."""


@dataclass(frozen=True)
class Format:
    """An export format: its name, its writer, and the test by which its folders are recognised."""

    name: str
    label: str
    """The French words that the command's help shows."""
    write: Write
    is_export: Callable[[Path], bool]
    """Whether a folder holds an export in this format: only such a one is replaced."""


FORMATS: dict[str, Format] = {}


def register(format: Format) -> Format:
    FORMATS[format.name] = format
    return format


def load_formats() -> dict[str, Format]:
    """Return the formats by name, those of all packages beside this module."""
    for module in sorted(pkgutil.iter_modules(exporting.__path__), key=lambda each: each.name):
        if module.ispkg:
            importlib.import_module(f"{exporting.__name__}.{module.name}.format")
    return FORMATS
