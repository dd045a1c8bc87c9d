"""The page that lists the indicators with their last results."""

from typing import Any

import pytest
from django.test import Client

from cms.frontend.sparklines import ask_series
from reports_graphql.errors import Refusal

from .page import read, words
from .test_series import indicators

ADDRESS = "/indicateurs/"


@pytest.mark.django_db
def test_each_indicator_has_its_last_result(client: Client, publish: Any, living: Any) -> None:
    publish(2023, [indicators("1 100", "1 150", "1 200")])
    later = indicators("1 200", "2 500", "1 500")
    later["value"]["table"]["columns"][2]["heading"] = "Objectifs 2025"
    publish(2024, [later])
    page = read(client, ADDRESS)

    [row] = page.select("main tbody tr")
    cells = [words(cell.get_text()) for cell in row.select("td")]
    assert cells == ["1 500", "1 150", "2024"]
    link = row.select_one("th a")
    assert link
    assert link["href"] == "/indicateurs/lances/"
    line = row.select_one("svg")
    assert line
    assert words(str(line["aria-label"])).endswith("1 500 (2024)")


@pytest.mark.django_db
def test_what_nobody_may_read_is_not_listed(client: Client, publish: Any, living: Any) -> None:
    publish(2024, [indicators("1 200", "2 500", "1 500")]).unpublish()
    text = words(read(client, ADDRESS).get_text())

    assert "Aucun bilan public ne donne de résultat" in text
    assert "1 500" not in text


class Sparing:
    """A visit whose graph answers for so many codes at once, and refuses more."""

    def __init__(self, most: int) -> None:
        self.most = most

    def ask(self, name: str, codes: list[str], first: int, **years: int) -> Any:
        if len(codes) > self.most:
            raise Refusal("too much", code="LIMIT_EXCEEDED")
        return {"indicators": {"nodes": [{"code": code} for code in codes]}}


def test_series_that_are_too_long_for_one_answer_are_asked_by_halves() -> None:
    codes = [str(number) for number in range(230)]
    found = ask_series(Sparing(7), codes, {})  # type: ignore[arg-type]
    assert [each["code"] for each in found] == codes


def test_a_series_that_is_too_long_by_itself_is_refused() -> None:
    with pytest.raises(Refusal):
        list(ask_series(Sparing(0), ["a", "b"], {}))  # type: ignore[arg-type]
