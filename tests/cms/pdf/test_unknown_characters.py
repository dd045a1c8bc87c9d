"""Characters that no font has: their codes stand in their place, and somebody is told."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail

from reports import models
from reports.content.models.roles import ADMINISTRATORS

from ...reports_graphql.bodies import row, table
from .structure import read_structure
from .test_pdf import check_standards

Make = Callable[..., bytes]


def body(words: str) -> list[dict[str, Any]]:
    return [
        {"type": "heading", "id": "a", "value": {"text": "Résultats", "level": "2"}},
        {
            "type": "paragraph",
            "id": "b",
            "value": {"text": f"<p>Avant {words} après, u {{1}}.</p>"},
        },
    ]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("中文", "[U+4E2D][U+6587]"),
        ("𓀀", "[U+13000]"),
        ("\uf0b7", "[U+F0B7]"),  # a bullet that Word has in a font of its own
        ("\U000fe4e5", "[U+FE4E5]"),  # private, and Noto Emoji has it
        ("\U0010fffd", "[U+10FFFD]"),  # Typst names it by an escape
        ("中 \uf0b7", "[U+4E2D] [U+F0B7]"),
        ("🎯", "🎯"),  # Noto has it
    ],
)
def test_the_code_stands_in_its_place_and_nothing_else_changes(
    make: Make, publish: Any, words: str, shown: str
) -> None:
    data = make(publish(2024, body(words)))
    text = read_structure(data).text

    check_standards(data)
    assert f"Avant {shown} après, u {{1}}." in text
    assert ("Les codes entre crochets" in text) == (words != shown)


def test_a_drawing_with_one_does_not_take_the_report_with_it(make: Make, publish: Any) -> None:
    data = table(1, ["Année", "Services"], row(2, "中", "63"))
    value = {"title": "T", "kind": "column", "data": data}

    check_standards(make(publish(2024, [{"type": "chart", "id": "c", "value": value}])))


def test_administrators_are_told_which_and_where(make: Make, publish: Any, caplog: Any) -> None:
    user = models.User.objects.create(username="a", email="a@b.example")
    user.groups.add(Group.objects.get_or_create(name=ADMINISTRATORS)[0])
    page = publish(2024, body("中"))
    make(page)
    make(page)
    (message,) = mail.outbox

    assert message.subject == "Le PDF du bilan 2024 montre les codes de caractères"
    assert "«\u00a0中\u00a0» (U+4E2D), dans «\u00a0Résultats\u00a0»" in message.body
    assert "\\u4e2d" in caplog.text


def test_nobody_is_told_of_a_report_whose_characters_are_all_there(
    make: Make, publish: Any, every_block: Any
) -> None:
    user = models.User.objects.create(username="a", email="a@b.example")
    user.groups.add(Group.objects.get_or_create(name=ADMINISTRATORS)[0])
    make(publish(2024, every_block))

    assert mail.outbox == []
