"""Every word and number of the real files is in the answer of `Report`, in order, exactly once."""

import json
from pathlib import Path

import pytest

from reports.core.text.words import split_words
from reports.exchange.importing import fidelity, source
from reports.exchange.importing.importer import Request, run_import
from reports_graphql.printed_texts import PLANS

from .printed import read

ROOT = Path(__file__).resolve().parents[2]
QUERY = (ROOT / "graphql" / "queries" / "report.graphql").read_text()

pytestmark = pytest.mark.django_db


def answer(client, year: int) -> dict:
    response = client.post(
        "/graphql/",
        {"query": QUERY, "variables": {"year": year}},
        content_type="application/json",
    )
    content = json.loads(response.content)
    assert "errors" not in content, content
    return content["data"]["report"]


def said(report: dict) -> list[str]:
    return [word for holder, key in read(report) for word in split_words(holder[key])]


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_answer_says_what_the_page_says(client, real_reports, year):
    folder = real_reports / str(year)
    run_import(Request(file=folder / f"{year}.md", assets=folder, publish=True))
    seen = fidelity.list_visible_words(
        source.read_source(folder / f"{year}.md").text, f"Bilan {year}"
    )
    assert said(answer(client, year)) == seen


def test_any_one_word_that_is_deleted_turns_it_red(client, real_reports):
    folder = real_reports / "2024"
    run_import(Request(file=folder / "2024.md", assets=folder, publish=True))
    report = answer(client, 2024)
    whole = said(report)
    deleted = 0
    for holder, key in read(report):
        text = holder[key]
        pieces = text.split(" ")
        for place, piece in enumerate(pieces):
            if not split_words(piece):
                continue
            left = " ".join(pieces[:place] + pieces[place + 1 :])
            # What the answer would say: the words of this text replaced by those that are left.
            assert len(whole) - len(split_words(text)) + len(split_words(left)) < len(whole)
            deleted += 1
    assert deleted > 3000


def test_every_block_type_has_a_plan():
    from reports_graphql.schema import schema

    union = schema._schema.type_map["ReportBlock"]
    assert {member.name for member in union.types} == set(PLANS)


def test_as_received_and_repaired_give_the_same_answer(client, real_reports):
    folder = real_reports / "2024"
    run_import(Request(file=folder / "2024-as-received.md", assets=folder, publish=True))
    received = answer(client, 2024)
    run_import(Request(file=folder / "2024.md", assets=folder, publish=True, replace=True))
    repaired = answer(client, 2024)
    assert received["body"] == repaired["body"]
