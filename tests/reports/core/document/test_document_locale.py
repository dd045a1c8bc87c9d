"""The language of a report reaches all its figures, whoever reads them, and whenever."""

import ast
import json
from pathlib import Path

from reports.core.document import read
from reports.core.document.canonical import dump_document, upgrade_document
from reports.core.document.document_cache import DocumentCache
from reports.core.document.facts import iterate_facts
from reports.core.document.figure_blocks import DataTable
from reports.core.document.text_blocks import FactList
from reports.core.figures.locale import Locale

ENGLISH = Locale("en", "GBP")
BODY = [
    {"type": "fact_list", "id": "a", "value": {"items": [{"figure": "1,234", "after": "homes"}]}},
    {
        "type": "data_table",
        "id": "b",
        "value": {
            "table": {
                "columns": [{"id": "c", "heading": "Name"}, {"id": "d", "heading": "In £m"}],
                "rows": [{"id": "e", "cells": ["North", "1,200.5"]}],
            }
        },
    },
]


def list_values(document: object) -> list[str]:
    """Return the value of the one fact and of the one cell, read outside of any locale."""
    facts, table = document.blocks  # type: ignore[attr-defined]
    assert isinstance(facts, FactList)
    assert isinstance(table, DataTable)
    [cell] = table.table.grid.rows[0].cells
    [fact] = iterate_facts(facts, *{type(item) for item in facts.items})
    return [str(fact.figure.value), str(cell.figure.value)]  # type: ignore[attr-defined]


def test_figures_keep_the_language_in_which_a_document_was_read() -> None:
    assert list_values(read(BODY, ENGLISH)) == ["1234", "1200500000"]
    assert list_values(read(BODY, Locale())) == ["1.234", "None"]


def test_canonical_json_is_read_in_the_language_of_its_report() -> None:
    data = dump_document(read(BODY, ENGLISH))

    assert data == dump_document(read(BODY, Locale()))  # the body alone says no language
    assert list_values(upgrade_document(json.loads(data), ENGLISH)) == ["1234", "1200500000"]


def test_kept_documents_are_kept_by_language() -> None:
    cache, text = DocumentCache(10_000), json.dumps(BODY)

    assert list_values(cache.read(text, Locale())) == ["1.234", "None"]
    assert list_values(cache.read(text, ENGLISH)) == ["1234", "1200500000"]


def test_nobody_reads_a_body_without_its_language() -> None:
    """But the import, which reads in the language of its file; tests need not say French."""
    root = Path(__file__).resolve().parents[4]
    careless = []
    for folder in ("reports", "graphql", "cms"):
        for file in (root / folder).rglob("*.py"):
            if {"migrations", "importing", "document"} & set(file.parts):
                continue
            text = file.read_text(encoding="utf-8")
            if (
                "from reports.core.document import" not in text
                and "document.body import" not in text
            ):
                continue
            careless += [
                f"{file.relative_to(root)}:{call.lineno}"
                for call in ast.walk(ast.parse(text))
                if isinstance(call, ast.Call)
                and ast.unparse(call.func) in ("read", "document.read")
                and len(call.args) < 2
            ]
    assert careless == []
