"""A small report with each kind of place that an address names, and what may happen to it."""

import json
from typing import Any

from reports.authoring.rollforward.body import roll_body
from reports.authoring.rollforward.labels import Step
from reports.core.document import Document, read
from reports.core.document.block_ids import derive_new_ids
from reports.core.document.pointer import Pointer
from tests.reports_graphql.bodies import Body, block, fact, item, row, table, uid

REPORT = uid(9000)
"""The key of next year's report."""


def report_body() -> Body:
    """Return the report of 2024, whose ids tests name."""
    return [
        block(1, "heading", {"text": "Impact", "level": "2", "anchor": ""}),
        block(2, "paragraph", {"text": "<p>Nous suivons <b>12</b> services.</p>"}),
        block(3, "heading", {"text": "Services suivis", "level": "3", "anchor": ""}),
        block(
            10,
            "indicator_table",
            {
                "caption": "Nos indicateurs",
                "table": table(
                    11,
                    ["Indicateur", "Résultats 2024", "Objectifs 2025"],
                    row(21, "Services suivis", "217", "230", ref="suivis"),
                    row(22, "Agents", "1 250", "1 400", ref="agents"),
                ),
            },
        ),
        block(
            30,
            "data_table",
            {
                "caption": "",
                "table": table(
                    31, ["Région", "Agents"], row(41, "Bretagne", "12"), row(42, "Corse", "3")
                ),
            },
        ),
        block(4, "heading", {"text": "Startups", "level": "3", "anchor": ""}),
        block(
            50,
            "key_figures",
            {
                "groups": [
                    item(51, {"title": "", "facts": [item(52, fact("160", after="startups"))]})
                ]
            },
        ),
        block(
            60,
            "impact_cards",
            {
                "cards": [
                    item(
                        61,
                        {
                            "name": "Mano",
                            "mission": "Aider.",
                            "facts": [item(62, fact("442", after="communes"))],
                        },
                    ),
                    item(63, {"name": "Docs", "mission": "Écrire.", "facts": []}),
                ]
            },
        ),
        block(5, "heading", {"text": "Moyens", "level": "2", "anchor": ""}),
        block(
            70,
            "budget",
            {
                "lines": [
                    item(71, {"title": "Salaires", "amount": fact("2 M€"), "staff": fact("12 ETP")})
                ]
            },
        ),
    ]


ADDRESSES = {
    "heading": Pointer(uid(3), "", ("text",)),
    "paragraph": Pointer(uid(2), "", ("text",)),
    "result in a table": Pointer(uid(10), uid(21), (uid(12),)),
    "row of a table": Pointer(uid(10), uid(22)),
    "cell of data": Pointer(uid(30), uid(41), (uid(32),)),
    "caption": Pointer(uid(10), "", ("caption",)),
    "key figure": Pointer(uid(50), uid(52), ("figure",)),
    "mission of a card": Pointer(uid(60), uid(61), ("mission",)),
    "fact of a card": Pointer(uid(60), uid(62), ("figure",)),
    "amount of a budget": Pointer(uid(70), uid(71), ("amount", "figure")),
}


def find(body: Body, number: int) -> dict[str, Any]:
    return next(each for each in body if each["id"] == uid(number))


def move(body: Body) -> Body:
    """The last sections come first, a card stands in a block of its own, a row is the last."""
    cards = find(body, 60)
    first = cards["value"]["cards"].pop(0)
    find(body, 10)["value"]["table"]["rows"].reverse()
    return [block(80, "impact_cards", {"cards": [first]}), *body[8:], *body[:8]]


def rename(body: Body) -> Body:
    """Whatever names something is called otherwise."""
    text = json.dumps(body, ensure_ascii=False)
    for word in ("Services suivis", "Nos indicateurs", "Bretagne", "Mano", "startups", "Salaires"):
        text = text.replace(word, "Autrement")
    return json.loads(text.replace("Résultats 2024", "Atteint en 2024"))


def delete(body: Body) -> Body:
    """The section « Services suivis », a row of what is left, a card and a fact have gone."""
    find(body, 60)["value"]["cards"].pop(0)
    find(body, 50)["value"]["groups"][0]["value"]["facts"].clear()
    kept = [each for each in body if each["id"] not in (uid(2), uid(3), uid(30), uid(70))]
    find(kept, 10)["value"]["table"]["rows"].pop(1)
    find(kept, 10)["value"]["table"]["columns"].pop(1)
    return kept


def split(body: Body) -> Body:
    """A heading cuts the section of services, and the table in two: the second has new columns."""
    second = json.loads(json.dumps(find(body, 10)))
    second["id"] = uid(81)
    for number, column in enumerate(second["value"]["table"]["columns"], 82):
        column["id"] = uid(number)
    del second["value"]["table"]["rows"][1]
    del find(body, 10)["value"]["table"]["rows"][0]
    return [
        *body[:4],
        block(80, "heading", {"text": "Deux", "level": "3", "anchor": ""}),
        second,
        *body[4:],
    ]


def convert(body: Body) -> Body:
    """Tables change their types with their ids kept; key figures become a list with new ids."""
    find(body, 10)["type"] = "data_table"
    find(body, 30)["type"] = "indicator_table"
    listed = item(82, {"level": 1, **fact("160", after="startups")})
    return [
        block(81, "fact_list", {"items": [listed]}) if each["id"] == uid(50) else each
        for each in body
    ]


def begin_next_year(body: Body) -> Body:
    """Next year's report as the product makes it."""
    return derive_new_ids(roll_body(body, Step(2024, 2025)), REPORT)


def import_again(body: Body) -> Body:
    """The same file with a new first section: all ids are others, and numbers of sections too.

    A row of data stands there twice, and a sentence has changed.
    """
    find(body, 30)["value"]["table"]["rows"].append(row(43, "Bretagne", "14"))
    find(body, 2)["value"]["text"] = "<p>Nous en suivons 13.</p>"
    first = block(80, "heading", {"text": "Préface", "level": "2", "anchor": ""})
    return derive_new_ids([first, *body], "import")


def convert_on_import(body: Body) -> Body:
    """The same file, in which an import proves other types of tables: all ids are others."""
    find(body, 10)["type"] = "data_table"
    find(body, 30)["type"] = "indicator_table"
    return derive_new_ids(body, "import")


def read_past(body: Body) -> Body:
    """A version before: the last section, a card's mission and a row were still to come."""
    del find(body, 10)["value"]["table"]["rows"][1]
    return body[:8]


CASES = {
    "move": move,
    "rename": rename,
    "delete": delete,
    "split": split,
    "conversion": convert,
    "next year": begin_next_year,
    "re-import": import_again,
    "import converts": convert_on_import,
    "past version": read_past,
}


def read_case(case: str) -> tuple[Document, Document]:
    """Return the report before and after a case."""
    return read(report_body()), read(CASES[case](report_body()))
