"""Small bodies with figures, in the form in which they are stored."""

import uuid
from collections.abc import Sequence
from typing import Any


def make_id(number: int) -> str:
    return str(uuid.UUID(int=number))


TABLE, FACTS, PROSE = make_id(1), make_id(2), make_id(3)
RESULT, TARGET = make_id(12), make_id(13)
YEAR_COLUMNS = ("Résultats 2024", "Objectifs 2025")

Row = tuple[Any, ...]


def indicator_table(*rows: Row, id: str = TABLE) -> dict[str, Any]:
    """Return a table whose rows are (number of the id, code, head, result, target)."""
    columns = [{"id": make_id(11), "heading": "Indicateur"}]
    columns += [
        {"id": id, "heading": heading}
        for id, heading in zip((RESULT, TARGET), YEAR_COLUMNS, strict=True)
    ]
    stored = [
        {
            "id": make_id(number),
            "ref": code,
            "ref_name": head,
            "cells": [head, result, target],
        }
        for number, code, head, result, target in rows
    ]
    value = {"caption": "Impact", "table": {"columns": columns, "rows": stored}}
    return {"type": "indicator_table", "id": id, "value": value}


def key_figures(*facts: Sequence[Any], id: str = FACTS) -> dict[str, Any]:
    """Return a block of facts that are (number of the id, before, figure, after)."""
    items = [
        {
            "type": "item",
            "id": make_id(number),
            "value": {"before": before, "figure": figure, "after": after, "url": ""},
        }
        for number, before, figure, after in facts
    ]
    groups = [{"type": "item", "id": make_id(20), "value": {"title": "", "facts": items}}]
    return {"type": "key_figures", "id": id, "value": {"groups": groups}}


def paragraph(text: str, id: str = PROSE) -> dict[str, Any]:
    return {"type": "paragraph", "id": id, "value": {"text": f"<p>{text}</p>"}}


USERS = (101, "utilisateurs", "Utilisateurs", "77 %", "80 %")
AGENTS = (102, "agents", "Agents", "12", "15")
STARTUPS = (31, "Plus de", "160", "startups")
