"""What every kind of block says of itself when it is folded."""

import pytest

from reports.content.folding.bodies import ReportBody
from reports.content.folding.summary import summarize_block
from tests.browser import variants

BODY = ReportBody()
pytestmark = pytest.mark.django_db


def said(raw) -> str:
    (child,) = BODY.to_python([raw])
    return summarize_block(child.block, child.value)


def cards(*names: str):
    plain = {"service": None, "url": "", "mission_heading": "", "mission": "", "status": ""}
    facts = {"facts_heading": "", "facts": []}
    items = [variants.item(name=name, **plain, **facts) for name in names]
    return variants.block("impact_cards", cards=items)


def table(caption: str, *heads: str):
    grid = variants.table(["", "2024"], *([head, "1"] for head in heads))
    return variants.block("indicator_table", caption=caption, table=grid)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (variants.heading("Résultats", "3"), "Section · Résultats"),
        (variants.heading("", "2"), "Partie"),
        (variants.block("paragraph", text="<p>Un <b>mot</b></p><p>deux</p>"), "Un mot deux"),
        (variants.block("paragraph", text="<p>" + "mot " * 40 + "</p>"), "mot " * 19 + "mot…"),
        (table("Suivi", "Produits", "Agents"), "Suivi (2 lignes)"),
        (table("", "Produits"), "Produits (1 ligne)"),
        (table(""), "(0 ligne)"),
        (cards("Mano", "Tchap"), "Mano, Tchap (2)"),
        (cards(), "(0)"),
        (
            variants.block(
                "key_figures",
                groups=[variants.item(title="", facts=variants.facts("442", "+80 %"))],
            ),
            "442 agents formés, +80 % agents formés",
        ),
        (
            variants.block(
                "key_figures",
                groups=[
                    variants.item(
                        title="",
                        facts=[variants.item(**variants.fact("6 mois", after=", la suite"))],
                    )
                ],
            ),
            "6 mois, la suite",
        ),
        (
            variants.block("chart", title="Services", kind="line", data=variants.table([])),
            "Services (Courbe)",
        ),
        (variants.block("download", document=None, title="", source_url="/x.pdf"), "/x.pdf"),
        (variants.block("quote", text="<p>Oui</p>", attribution=""), "Oui"),
        (variants.block("callout", title="Note", text="<p>Oui</p>"), "Note · Oui"),
    ],
)
def test_a_block_tells_what_it_is(raw, expected):
    assert said(raw) == expected


def test_a_long_list_tells_its_first_items_and_how_many_there_are():
    found = said(cards(*(f"Service {n}" for n in range(20))))
    assert found.startswith("Service 0, Service 1, ")
    assert found.endswith("… (20)")
    assert len(found) < 90


def test_every_kind_says_something():
    known = {"picture": None, "document": None, "service": None}
    spoken = {raw["type"] for raw in variants.body(known) if said(raw)}
    assert spoken == set(BODY.child_blocks)
