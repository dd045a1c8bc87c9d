"""Print what a database answers to the documents of this tree, as JSON.

Run it in a process of its own: `DATABASE_URL` names the database.
"""

import json
import sys
from typing import Any

import django

VARIABLES: dict[str, list[dict[str, Any]]] = {
    "report": [{"year": 2023}, {"year": 2024}],
    "report_list": [{}],
    "indicator": [{"code": "produits-a-impact-national"}],
    "service": [{"slug": "mano"}],
    "page": [{"urlPath": "/"}, {"urlPath": "/bilan/2024/"}],
    "site": [{}],
    "redirect": [{"path": "/nulle-part/"}],
    "redirects": [{}],
    "sitemap": [{}],
    "search": [{"query": "services"}],
}


def ask(document: str, variables: dict[str, Any]) -> dict[str, Any]:
    """Return the answer that the public gets; raise RuntimeError where it has errors."""
    from django.test import Client

    body = {"query": document, "variables": variables}
    response = Client().post("/graphql/", body, content_type="application/json")
    answer = response.json()
    if "errors" in answer:
        raise RuntimeError(f"{response.status_code} {answer['errors']}")
    return answer["data"]


def compare_first_versions() -> list[dict[str, Any]]:
    """Return what each public report says today, and what its first version says."""
    from django.conf import settings

    document = (settings.GRAPHQL_QUERIES / "report.graphql").read_text()
    years = ask("{ reports { edges { node { year } } } }", {})["reports"]["edges"]
    return [
        {
            "today": without_addresses(ask(document, {"year": edge["node"]["year"]})["report"]),
            "first": without_addresses(
                ask(document, {"year": edge["node"]["year"], "version": 1})["report"]
            ),
        }
        for edge in years
    ]


def without_addresses(report: dict[str, Any]) -> dict[str, Any]:
    """Return a report without the addresses of its figures: each version has its own."""
    body = [{name: each[name] for name in each if name != "csv"} for each in report["body"]]
    return {**report, "body": body}


def collect_answers() -> list[dict[str, Any]]:
    """Return each document of this tree with its variables and its data."""
    from django.conf import settings

    documents = {
        name: (settings.GRAPHQL_QUERIES / f"{name}.graphql").read_text() for name in VARIABLES
    }
    return [
        {"document": documents[name], "with": with_, "data": ask(documents[name], with_)}
        for name, each in VARIABLES.items()
        for with_ in each
    ]


if __name__ == "__main__":
    django.setup()
    json.dump(collect_answers(), sys.stdout, ensure_ascii=False, sort_keys=True)
