"""Describes the columns as Table Schema: https://specs.frictionlessdata.io/table-schema/."""

from typing import Any

from cms.data.columns import FORMAT_VERSION, Column

PROFILE = "https://specs.frictionlessdata.io/schemas/table-schema.json"
KEY = ["bilan", "identifiant"]


def build_schema(columns: tuple[Column, ...], title: str) -> dict[str, Any]:
    """Return the schema of a file with these columns. Its `version` is that of the format."""
    return {
        "$schema": PROFILE,
        "name": "chiffres-des-bilans",
        "title": title,
        "version": str(FORMAT_VERSION),
        "format": FORMAT_VERSION,
        "fields": [describe_column(column) for column in columns],
        "primaryKey": KEY,
        "missingValues": [""],
    }


def describe_column(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    described = {
        "name": column.name,
        "type": column.kind,
        "title": column.title,
        "description": column.description,
        **column.extra,
    }
    return described | ({"constraints": constraints} if constraints else {})
