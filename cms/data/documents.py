"""Writes JSON files: the rows of a report, and the schemas of the data files."""

from typing import Any

import orjson

from cms.data.columns import ALL_COLUMNS, COLUMNS, FORMAT_VERSION, list_names
from cms.data.figures import iterate_rows
from cms.data.lookup import Edition
from cms.data.metadata import describe_edition
from cms.data.schema import build_schema
from cms.frontend.api_client import Visit


def write_json(value: dict[str, Any]) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2)


def write_rows(visit: Visit, edition: Edition) -> bytes:
    """Return the rows of a report as JSON. Numbers are decimal texts: no reader rounds them."""
    return write_json(
        {
            "format": FORMAT_VERSION,
            **describe_edition(visit, edition),
            "schema": f"{visit.base}{edition.path}donnees.schema.json",
            "colonnes": list_names(COLUMNS),
            "chiffres": list(iterate_rows(edition)),
        }
    )


def write_schema(visit: Visit, edition: Edition) -> bytes:
    """Return the schema of the CSV file of a report."""
    return write_json(build_schema(COLUMNS, f"Les chiffres de « {edition.report['heroTitle']} »"))


def write_all_schema(visit: Visit) -> bytes:
    """Return the schema of the CSV file of all reports."""
    return write_json(build_schema(ALL_COLUMNS, "Les chiffres de tous les bilans"))
