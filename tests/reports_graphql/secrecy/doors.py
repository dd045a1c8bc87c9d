"""Asks the application through its doors, as a stranger does."""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.test import Client

from .generator import Question

ADDRESS = re.compile(r"(?<![\w/.:])/[\w%./~-]+")


@dataclass(frozen=True)
class Answer:
    """All that a stranger sees of an answer."""

    status: int
    headers: tuple[tuple[str, str], ...]
    cookies: str
    body: bytes

    @property
    def text(self) -> str:
        head = "\n".join(f"{name}: {value}" for name, value in self.headers)
        return f"{self.status}\n{head}\n{self.cookies}\n{self.body.decode('utf-8', 'replace')}"

    @property
    def has_data(self) -> bool:
        try:
            return self.status == 200 and json.loads(self.body).get("data") is not None
        except ValueError:
            return False


def seen(response: Any) -> Answer:
    body = b"".join(response) if response.streaming else response.content
    headers = tuple(sorted(response.headers.items()))
    return Answer(response.status_code, headers, response.cookies.output(), body)


@cache
def client() -> Client:
    """One for all: each would build the middleware anew."""
    return Client(raise_request_exception=False)


def stranger() -> Client:
    """A client that was never here before."""
    client().cookies.clear()
    return client()


def ask(question: Question) -> Answer:
    data: dict[str, Any] = {"query": question.query, "variables": question.variables}
    if question.operation:
        data["operationName"] = question.operation
    if question.by_get:
        data["variables"] = json.dumps(question.variables)
        return seen(stranger().get("/graphql/", data))
    return seen(stranger().post("/graphql/", data, content_type="application/json"))


def fetch(address: str) -> Answer:
    return seen(stranger().get(address))


def addresses(answers: list[Answer]) -> set[str]:
    """The local addresses in answers: of pages, files, pictures and their renditions."""
    urls: set[str] = set()
    for answer in answers:
        if answer.has_data:
            urls.update(ADDRESS.findall(answer.body.decode()))
    return urls
