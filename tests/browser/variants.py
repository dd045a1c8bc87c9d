"""A report with every block in every variant that readers may meet."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from tests.reports.built_blocks import build_missing

Body = list[dict[str, Any]]
WORDS = "<p>Quelques mots, avec un <a href='https://example.org/'>lien</a>.</p>"
count = iter(range(10_000))


def uid() -> str:
    return str(uuid5(NAMESPACE_URL, f"variant {next(count)}"))


def block(kind: str, /, **value: Any) -> dict[str, Any]:
    return {"type": kind, "id": uid(), "value": value}


def item(**value: Any) -> dict[str, Any]:
    return {"type": "item", "id": uid(), "value": value}


def fact(figure: str, **words: str) -> dict[str, Any]:
    return {"before": "", "figure": figure, "after": "", "url": "", **words}


def facts(*figures: str) -> list[dict[str, Any]]:
    return [item(**fact(figure, after="agents formés")) for figure in figures]


def table(headings: list[str], *rows: list[str], **extra: str) -> dict[str, Any]:
    columns = [{"id": uid(), "heading": heading} for heading in headings]
    return {"columns": columns, "rows": [{"id": uid(), "cells": r, **extra} for r in rows]}


def heading(text: str, level: str = "2") -> dict[str, Any]:
    return block("heading", text=text, level=level, anchor="", old_anchors=[])


def body(keys: dict[str, int]) -> Body:
    """`keys` are those of a picture, a document and a service that exist."""
    written = [*texts(), *figures(keys), *services(keys)]
    last = media(keys)
    missing = build_missing([*written, *last], keys, iter(uid, ""))
    return [*written, *missing, *last]


def texts() -> Body:
    return [
        block("paragraph", text=WORDS),
        heading("Textes"),
        heading("Un sous-titre", "3"),
        heading("Encore au-dessous", "4"),
        heading("Plus bas", "5"),
        heading("Tout en bas", "6"),
        block("paragraph", text="<ul><li>un</li><li>deux<ol><li>trois</li></ol></li></ul>"),
        block("callout", title="Avec un titre", text=WORDS),
        block("callout", title="", text=WORDS),
        block("definitions", items=[item(name="Mot", definition=WORDS, term=None)]),
        block("criteria", items=[item(heading="Critère 1", title="Utile", text=WORDS)]),
        block("accordion", title="", items=[item(title="Un volet", text=WORDS)]),
        block("panel", title="Un volet de blocs"),
        block("paragraph", text=WORDS),
        block("panel", title=""),
        block(
            "links",
            items=[item(text="Un lien", url="https://example.org/"), item(text="", url="/x")],
        ),
        block("quote", text=WORDS, attribution="Une agente"),
        block("quote", text=WORDS, attribution=""),
    ]


def figures(keys: dict[str, int]) -> Body:
    plain = table(["", "Moyenne"], ["Répondants", "227"], ["Vide", ""], ["Mots", "très bien"])
    several = table(["Année", "Femmes", "Hommes"], ["2022", "10", "20"], ["2024", "17", "N/A"])
    groups = [
        item(title="Un groupe", facts=facts("248", "+80 %")),
        item(title="", facts=facts("N/A")),
    ]
    line = {"level": "1", "lead": "", **fact("3", after="choses")}
    line_below = {"level": "2", "lead": "Ainsi", **fact("1", after="autre")}
    post = {"title": "Produits", "detail": "(aide)", "amount": fact("30 K€"), "staff": fact("")}
    picture = {"picture": keys["picture"], "alt": "Courbe", "transcription": WORDS}
    picture["data"] = table([])
    blocks = [
        heading("Chiffres"),
        block("key_figures", groups=groups),
        block("fact_list", ordered=False, items=[item(**line), item(**line_below)]),
        block("fact_list", ordered=True, items=[item(**line)]),
        block(
            "indicator_table",
            caption="Avec légende",
            table=table(["Indicateurs", "2024"], ["A", "1"]),
        ),
        block("indicator_table", caption="", table=table(["Indicateurs", "2024"], ["A", "1"])),
        block(
            "funding_table",
            caption="",
            funding_round=None,
            table=table(["P", "M", "€"], ["a", "b", "1 €"]),
        ),
        block("budget", title_heading="", amount_heading="", lines=[item(**post)]),
        block("data_table", caption="Enquête", table=plain),
        block("data_table", caption="", table=table(["", "Note"], ["A", "4,2/5"], note=WORDS)),
        block("chart", title="Image seule", kind="picture", unit="", source="", note="", **picture),
    ]
    drawn = [("bar", plain), ("column", several), ("line", several), ("area", several)]
    return blocks + [
        block(
            "chart",
            title=f"Graphique {kind}",
            kind=kind,
            data=data,
            unit="agents",
            source="enquête",
            note="Sans les stagiaires.",
            picture=None,
            alt="",
            transcription="",
        )
        for kind, data in drawn
    ]


def services(keys: dict[str, int]) -> Body:
    full = {
        "name": "Mano",
        "url": "",
        "mission_heading": "",
        "mission": "Aider.",
        "status": "Pérenne",
    }
    bare = {"name": "Sans fiche", "url": "https://example.org/", "mission": "", "status": ""}
    periods = [item(heading=f"En {year}", facts=facts("12")) for year in (2023, 2024)]
    return [
        heading("Services"),
        block(
            "impact_cards",
            cards=[
                item(service=keys["service"], facts_heading="", facts=facts("1", "2"), **full),
                item(service=None, facts_heading="", facts=[], mission_heading="", **bare),
            ],
        ),
        block(
            "comparison_cards",
            cards=[
                item(service=keys["service"], periods=periods, growth=fact("x16"), **full),
                item(service=None, periods=[], growth=fact(""), mission_heading="", **bare),
            ],
        ),
        block(
            "service_lines",
            services=[item(service=None, name="Docs", url="", mission="m", owners="o")],
        ),
        block(
            "incubator_list",
            groups=[
                item(lead="Dont :", incubators=[item(incubator=None, name="La Ruche", owner="")])
            ],
        ),
    ]


def media(keys: dict[str, int]) -> Body:
    return [
        heading("Médias"),
        block(
            "picture", picture=keys["picture"], alt="Une carte", caption="La carte", source_url=""
        ),
        block("picture", picture=keys["picture"], alt="", caption="", source_url=""),
        block("picture", picture=None, alt="Absente", caption="", source_url=""),
        block("download", document=keys["document"], title="Le bilan", source_url=""),
        block("download", document=None, title="Un fichier", source_url="/x.pdf"),
    ]
