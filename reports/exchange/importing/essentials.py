"""Marks the figures that the front matter of a file lists under `essentiel`."""

from collections.abc import Iterator
from typing import Any

from reports.core.document import essentials
from reports.core.document.body import read
from reports.core.refusal import Refusal
from reports.core.text.name_matching import normalize_name
from reports.exchange.importing.source import Source

NAME = "essentiel"


def mark_essentials(origin: Source, body: list[dict[str, Any]], year: int) -> None:
    """Mark, in a stored body, the rows and facts that the front matter lists by their words.

    Raises `Refusal` for words that the report does not state.
    """
    listed = origin.front.get(NAME) or []
    if not isinstance(listed, list):
        raise Refusal(f"{origin.name}, ligne 2 : « {NAME} » est une liste de textes.")
    stated = list_stated(body, year)
    unknown = [str(each) for each in listed if normalize_name(str(each)) not in stated]
    if unknown:
        names = ", ".join(f"« {each} »" for each in unknown)
        raise Refusal(f"{origin.name}, ligne 2 : « {NAME} » nomme ce que rien ne dit : {names}.")
    marked = {stated[normalize_name(str(each))] for each in listed}
    for item in iterate_items(body):
        if item["id"] in marked:
            content = item["value"] if isinstance(item.get("value"), dict) else item
            content["leading"] = True


def list_stated(body: list[dict[str, Any]], year: int) -> dict[str, str]:
    """Return the id of each statement by its words; the first one if several share the words."""
    stated: dict[str, str] = {}
    for statement in essentials.list_statements(read(body), year):
        stated.setdefault(normalize_name(statement.label), statement.id)
    return stated


def iterate_items(stored: Any) -> Iterator[dict[str, Any]]:
    """Yield the items of lists and the rows of tables in a stored value, at any depth."""
    if isinstance(stored, list):
        for each in stored:
            yield from iterate_items(each)
    elif isinstance(stored, dict):
        if "id" in stored and ("value" in stored or "cells" in stored):
            yield stored
        for each in stored.values():
            yield from iterate_items(each)
