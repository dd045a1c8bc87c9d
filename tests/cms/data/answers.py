"""What the graph answers, and what files of data hold, to compare them."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client

NOT_FIGURES = ("EMPTY", "TEXT")


def read_rows(response: Any) -> list[dict[str, str]]:
    """Return the lines of a CSV file by the names of its columns."""
    assert response.status_code == 200
    text = response.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def ask_report(client: Client, year: int, version: int | None = None) -> dict[str, Any]:
    text = (Path(settings.GRAPHQL_QUERIES) / "report.graphql").read_text()
    asked = {"query": text, "variables": json.dumps({"year": year, "version": version})}
    report: dict[str, Any] = client.get("/graphql/", asked).json()["data"]["report"]
    return report


def list_figures(answer: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each figure of an answer that is one, after the id of what it stands in."""
    return (each for each in list_statements(answer) if each[1]["state"] not in NOT_FIGURES)


def list_statements(answer: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield all that an answer has as figures, words and gaps too, and the words below a head."""
    if isinstance(answer, list):
        for item in answer:
            yield from list_statements(item)
    elif isinstance(answer, dict):
        if answer.get("detail"):
            yield f"{answer['id']}-detail", state_words(answer["detail"])
        for name in ("definition", "note"):
            if "cells" in answer and answer.get(name, {}).get("text"):
                yield f"{answer['id']}-note", state_words(answer[name]["text"])
        if answer.get("figure"):
            yield answer["id"], answer["figure"]
        for value in answer.values():
            yield from list_statements(value)


def state_words(words: str) -> dict[str, Any]:
    nothing = dict.fromkeys(("value", "valueTo", "step", "unit", "currency"))
    return {"raw": words, "qualifier": "EXACT", "state": "TEXT", **nothing}
