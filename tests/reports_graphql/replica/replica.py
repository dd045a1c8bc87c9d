"""A reader's copy of the graph, which follows `changes` alone."""

import hashlib
import json
from typing import Any

from django.test import Client
from wagtail.models import Page

from tests.reports_graphql.conftest import QUERIES
from tests.reports_graphql.replica.acts import YEARS

CHANGES = """query ($after: String) { changes(after: $after, first: 100) {
  edges { node { path cacheTags } } pageInfo { hasNextPage endCursor } } }"""
RECORDS = (
    *(("service", "slug", slug) for slug in ("a", "b", "c", "mano")),
    *(("incubator", "slug", slug) for slug in ("atelier", "fabrique")),
    *(("indicator", "code", code) for code in ("lances", "services-lances")),
)

Question = tuple[str, tuple[tuple[str, Any], ...]]


def list_questions() -> list[Question]:
    """Return what the copy holds: every kind of thing that a frontend asks for."""
    questions: list[Question] = [("site", ()), ("report_list", (("first", 100),))]
    for year in YEARS:
        questions += [("report", (("year", year),)), ("versions", (("year", year),))]
    questions += [(kind, ((key_field, key),)) for kind, key_field, key in RECORDS]
    questions += [("sitemap", ()), ("redirects", ())]
    return questions


class Replica:
    """Answers by question, each with the tags under which it is asked anew."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.answers: dict[Question, tuple[Any, set[str]]] = {}
        self.cursor: str | None = None
        self.asked_again = 0

    def fetch(self, question: Question) -> tuple[Any, set[str]]:
        name, variables = question
        text = (QUERIES / f"{name}.graphql").read_bytes()
        known = {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(text).hexdigest()}}
        asked = {"variables": json.dumps(dict(variables)), "extensions": json.dumps(known)}
        response = self.client.get("/graphql/", asked)
        answer = response.json()
        assert "errors" not in answer, (question, answer)
        return answer["data"], set(filter(None, response.get("Cache-Tag", "").split(",")))

    def begin(self) -> None:
        """Read the feed to its end, then everything."""
        self.follow()
        for question in list_questions():
            self.answers[question] = self.fetch(question)

    def follow(self) -> None:
        """Ask anew what has one of the tags of the entries that have come."""
        tags: set[str] = set()
        more = True
        while more:
            body = {"query": CHANGES, "variables": {"after": self.cursor}}
            response = self.client.post("/graphql/", body, content_type="application/json")
            found = response.json()["data"]["changes"]
            for edge in found["edges"]:
                tags.update(edge["node"]["cacheTags"])
            self.cursor = found["pageInfo"]["endCursor"] or self.cursor
            more = found["pageInfo"]["hasNextPage"]
        for question, (_, known) in list(self.answers.items()):
            if known & tags:
                self.answers[question] = self.fetch(question)
                self.asked_again += 1

    def differences(self) -> list[Question]:
        """Return the questions to which the graph has another answer than the copy."""
        return [q for q, (answer, _) in self.answers.items() if self.fetch(q)[0] != answer]


def describe(replica: Replica, question: Question) -> str:
    """Return both answers, for whoever looks for what the feed did not say."""
    held, _ = replica.answers[question]
    pages = list(Page.objects.values_list("url_path", "live"))
    return f"{question}\n{json.dumps(held)}\n{json.dumps(replica.fetch(question)[0])}\n{pages}"
