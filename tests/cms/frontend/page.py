"""What a reader of a page reads."""

import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

# What an answer says to readers; ids, enums, addresses and raw expressions are for machines.
SHOWN = {
    *("title", "heroTitle", "name", "before", "after", "lead", "heading", "caption", "status"),
    *("mission", "missionHeading", "factsHeading", "owners", "owner", "detail", "attribution"),
    *("titleHeading", "amountHeading", "source", "note", "text"),
}
MACHINES = {
    "fundingRound",
    "indicator",
    "picture",
    "outline",
    "previous",
    "next",
    "renditions",
    "service",
    "period",
    "term",
    "document",
}


def words(text: str) -> str:
    """Text without the differences that no reader sees."""
    return re.sub(r"\s+", " ", text).strip()


def read(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "lxml")


def close(text: str) -> str:
    """Text without any space: where tags stand between words, none may be missed."""
    return "".join(text.split())


def main(page: BeautifulSoup) -> str:
    """All that the page says, without spaces."""
    found = page.find("main")
    assert found
    return close(found.get_text())


def spoken(answer: Any) -> Iterator[str]:
    """Each text of an answer that a reader has to see, in its order."""
    if isinstance(answer, list):
        for item in answer:
            yield from spoken(item)
    elif isinstance(answer, dict):
        if answer.get("state") in ("VALUE", "PROVISIONAL"):
            yield words(answer["text"])
            return
        for name, value in answer.items():
            if name in MACHINES:
                continue
            if isinstance(value, str):
                is_shown = name in SHOWN or (name == "unit" and "rows" in answer)  # of a chart
                if is_shown and value:
                    yield from (words(line) for line in value.splitlines() if line.strip())
            else:
                yield from spoken(value)
