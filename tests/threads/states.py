"""Drafts that differ in every text, so that a word of one is recognised in another."""

import copy
from typing import Any

Body = list[dict[str, Any]]

TEXTS = {"title", "name", "caption", "before", "after", "attribution", "detail", "lead"}


def build_state(body: Body, mark: str, number: int) -> Body:
    """Return `body` with `mark` in each of its texts and one block at another place; where `number`
    is even, one heading has no text.
    """
    state = [{**block, "value": marked(block["value"], mark)} for block in copy.deepcopy(body)]
    headings = [block for block in state if block["type"] == "heading"]
    if number % 2 == 0:
        headings[number % len(headings)]["value"]["text"] = ""
    state.insert(0, state.pop(1 + number % (len(state) - 1)))
    return state


def marked(value: Any, mark: str, name: str = "") -> Any:
    """Return a stored value with `mark` at the end of each paragraph and each text."""
    if isinstance(value, dict):
        return {key: marked(below, mark, key) for key, below in value.items()}
    if isinstance(value, list):
        return [marked(below, mark) for below in value]
    if isinstance(value, str) and value.endswith("</p>"):
        return value.replace("</p>", f" <b>{mark}</b></p>")
    return f"{value} {mark}" if name in TEXTS and value else value


def shorten(body: Body) -> Body:
    """Return the first block of each kind, with two items in each of their lists."""
    first = {block["type"]: block for block in reversed(body)}
    return [{**block, "value": shortened(block["value"])} for block in first.values()][::-1]


def shortened(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: below if key in ("columns", "cells") else shortened(below)
            for key, below in value.items()
        }
    return [shortened(below) for below in value[:2]] if isinstance(value, list) else value
