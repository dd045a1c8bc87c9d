"""A mistake that the demonstration publishes first, so that it has a correction to show."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from reports.importing.importer import run_import
from reports.importing.request import Request

YEAR = 2023
RIGHT, WRONG = "- 36 investigations ouvertes", "- 63 investigations ouvertes"
SENTENCE = "Deux chiffres étaient inversés (une erreur faite exprès, pour montrer une correction)."


def publish_with_mistake(request: Request) -> None:
    """Import the report of a request with one figure wrong."""
    text = request.file.read_text(encoding="utf-8")
    if text.count(RIGHT) != 1:
        raise ValueError(f"The report does not say « {RIGHT} » once.")
    with TemporaryDirectory() as folder:
        file = Path(folder) / request.file.name
        file.write_text(text.replace(RIGHT, WRONG), encoding="utf-8")
        run_import(replace(request, file=file))
