"""What the posts of a budget add up to: exactly, or not at all."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from reports.checks.arithmetic.addends import Line
from reports.checks.arithmetic.budget_totals import ColumnTotal, compute_total
from reports.content.models import User
from reports.core.figures import parse


def total(**posts: str) -> ColumnTotal:
    """Return the total of posts by their names, « _ » for a space."""
    return compute_total([Line(name.replace("_", " "), parse(raw)) for name, raw in posts.items()])


@pytest.mark.parametrize(
    ("posts", "text"),
    [
        ({"a": "1 406 165 €", "b": "93 835 €"}, "1\u202f500\u202f000\u00a0€"),
        ({"a": "0,1 €", "b": "0,2 €"}, "0,3\u00a0€"),
        ({"a": "2,48 millions d’euros", "b": "1 €"}, "2\u202f480\u202f001\u00a0€"),
        ({"a": "3,7 ETPT", "b": "2 ETPT"}, "5,7\u00a0ETPT"),
        ({"a": "3,7 ETP", "b": "2", "c": ""}, "5,7\u00a0ETP"),
        ({"a": "10 €", "b": "–", "dont_x": "4 €", "Coût_moyen": "5 €"}, "10\u00a0€"),
        ({"a": "10 €", "Sous-total": "10 €", "b": "5 €", "Total": "15 €"}, "15\u00a0€"),
    ],
)
def test_a_sum_is_exact(posts: dict[str, str], text: str) -> None:
    assert total(**posts).text == text


@pytest.mark.parametrize(
    ("posts", "reason"),
    [
        ({"a": "10 €", "b": "beaucoup"}, "«\u00a0beaucoup\u00a0» ne s’additionne pas"),
        ({"a": "10 €", "b": "entre 3 et 5 €"}, "«\u00a0entre 3 et 5 €\u00a0» ne s’additionne pas"),
        ({"a": "10 €", "b": "-4 €"}, "«\u00a0-4 €\u00a0» ne s’additionne pas"),
        ({"a": "10 €", "b": "+3 €"}, "«\u00a0+3 €\u00a0» ne s’additionne pas"),
        ({"a": "10 €", "b": "3 ETP"}, "les unités diffèrent"),
        ({"a": "3 ETP", "b": "3 ETPT"}, "les unités diffèrent"),
    ],
)
def test_what_does_not_add_up_has_no_total(posts: dict[str, str], reason: str) -> None:
    assert total(**posts) == ColumnTotal(reason=reason)


def test_nothing_has_no_total() -> None:
    assert total() == total(a="", b="–", Total="12 €") == ColumnTotal()


def test_what_is_approximate_says_so() -> None:
    assert total(a="10 €", b="environ 5 €").is_approximate
    assert not total(a="10 €", b="5 €").is_approximate


@pytest.mark.parametrize(
    ("stated", "agrees", "difference"),
    [
        ("15 €", True, "0\u00a0€"),
        ("16 €", False, "1\u00a0€"),
        ("14,5 €", False, "−0,5\u00a0€"),
        ("plus de 12 €", True, "−3\u00a0€"),
        ("environ 15 €", True, "0\u00a0€"),
    ],
)
def test_a_stated_total_is_compared_as_the_checks_do(
    stated: str, agrees: bool, difference: str
) -> None:
    found = total(a="10 €", b="5 €", Total=stated)
    assert (found.stated, found.agrees) == (parse(stated).text, agrees)
    assert found.difference == difference


def ask(client: Client, *rows: list[Any], **more: str) -> Any:
    columns = [{"id": name} for name in ("title", "detail", "amount", "staff")]
    table = {"columns": columns, "rows": [{"id": "r", "cells": cells} for cells in rows]}
    return client.post(reverse("bilan_totals"), {"lines": json.dumps(table), **more})


@pytest.mark.django_db
def test_the_grid_is_answered_column_by_column(client: Client) -> None:
    client.force_login(User.objects.create_superuser("editor"))
    rows = [["Équipe", "", "10 €", "2 ETP"], ["Locaux", "", {"raw": "dix", "read_as": "10 €"}, ""]]
    answer = ask(client, *rows).json()
    assert answer["amount"]["text"] == "20\u00a0€"
    assert answer["staff"]["text"] == "2\u00a0ETP"

    words = ask(client, *rows, ["Divers", "", "à préciser", ""]).json()
    assert words["amount"]["reason"] == "«\u00a0à préciser\u00a0» ne s’additionne pas"

    english = ask(client, ["Team", "", "£1,000", ""], language="en", currency="GBP").json()
    assert english["amount"]["text"] == "£1,000"


@pytest.mark.django_db
@pytest.mark.parametrize("lines", ["", "{", "[1]", '{"rows": 3}', '{"rows": [{"cells": null}]}'])
def test_what_is_no_grid_has_no_totals(client: Client, lines: str) -> None:
    client.force_login(User.objects.create_superuser("editor"))
    answer = client.post(reverse("bilan_totals"), {"lines": lines})
    assert answer.status_code == 200
    assert {each["text"] for each in answer.json().values()} == {""}


@pytest.mark.django_db
def test_nobody_from_outside_may_ask(client: Client) -> None:
    assert ask(client).status_code == 302
