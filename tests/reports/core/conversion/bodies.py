"""Random blocks of each type that can be read as another."""

from itertools import count
from typing import Any

from hypothesis import strategies as st

from reports.core.document.block import BLOCKS, Block
from reports.core.document.body import read_block
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from tests.reports_graphql.bodies import uid

TYPES = (
    *("data_table", "indicator_table", "funding_table", "budget", "chart", "picture"),
    *("paragraph", "fact_list", "key_figures", "service_lines"),
    *("impact_cards", "comparison_cards"),
)
WORDS = (
    *(
        "Mano",
        "aider : les communes",
        "Sa mission : ouvrir",
        "En accélération",
        "",
        "",
        "Statut : x",
    ),
    *(
        "Étude – été",
        "(Culture / DINUM)",
        "18 000 usagers (ANCT)",
        "a & b < c",
        "l’an 2024",
        "+3 %",
    ),
    *("Cible 2025", "Résultats 2024", "Montant (k€)", "Mission", "En 2023", "Total : 12 k€"),
)
FIGURES = ("217", "17,4 %", "1 200 k€", "80 000 €", "12 ETP", "N/A", "", "", "+47 %", "6 à 8")
READ_AS = ({"raw": "une dizaine", "read_as": "10"}, {"raw": "+80 % des cas", "read_as": "80 %"})
PROSE = (
    *("<p>Des <b>mots</b>.</p>", "", '<p>Un <a href="/lien">lien</a> &amp; 12 agents.</p>'),
    "<p>Avant :</p><ul><li><b>Mano</b> : aider (Culture)<ul><li>12 lieux</li></ul></li></ul>",
    '<ol><li>un</li><li><a href="/deux">deux</a> : 30 €</li></ol><p>Après.</p>',
    '<ul><li>un<bilan-note id="n-1">Une note.</bilan-note></li></ul>',
    "<ul><li>un</li></ul><p>Entre.</p><ul><li>deux</li></ul>",
)
NOTES = ("", "", "sur <i>5</i>", '<a href="/note">note</a>')
ADDRESSES = ("", "", "/mano", "https://example.org/?a=1&b=2")


@st.composite
def blocks(draw: st.DrawFn, block_type: str) -> Block:
    """Return a block of a type, whose ids are all other ones."""
    ids = count(1)
    value = draw_node(draw, BLOCKS[block_type], ids)
    return read_block({"type": block_type, "id": uid(next(ids)), "value": value})


def draw_node(draw: st.DrawFn, kind: type[Node], ids: "count[int]") -> dict[str, Any]:
    parts = ((name, part) for name, part in kind.parts.items() if part.role is not Role.BOOKKEEPING)
    return {name: draw_part(draw, part, ids) for name, part in parts}


def draw_part(draw: st.DrawFn, part: Part, ids: "count[int]") -> Any:
    match part.role:
        case Role.TEXT:
            return draw(st.sampled_from(WORDS))
        case Role.RICH_TEXT:
            return draw(st.sampled_from(PROSE))
        case Role.FIGURE:
            return draw(st.sampled_from((*FIGURES, *READ_AS)))
        case Role.ADDRESS:
            return draw(st.sampled_from(ADDRESSES))
        case Role.REFERENCE:
            return draw(st.sampled_from((None, 1, 2)))
        case Role.NODE:
            return draw_node(draw, part.reads, ids)
        case Role.NODES:
            size = draw(st.integers(0, 3))
            return [
                {"type": "item", "id": uid(next(ids)), "value": draw_node(draw, part.reads, ids)}
                for _ in range(size)
            ]
        case Role.TABLE:
            return draw_table(draw, ids, is_linked=bool(part.refers_to))
    if part.choices:
        return draw(st.sampled_from(sorted(part.choices)))
    if part.reads is int:
        return draw(st.integers(*part.bounds))
    return draw(st.booleans()) if part.reads is bool else part.default


def draw_table(draw: st.DrawFn, ids: "count[int]", *, is_linked: bool) -> dict[str, Any]:
    width = draw(st.integers(1, 4))
    cells = st.sampled_from((*FIGURES, *WORDS, *READ_AS, {"raw": "12", "url": "/douze"}))
    rows = []
    for _ in range(draw(st.integers(0, 3))):
        row: dict[str, Any] = {"id": uid(next(ids))}
        row["cells"] = [draw(st.sampled_from(WORDS)), *(draw(cells) for _ in range(width - 1))]
        row["note"] = draw(st.sampled_from(NOTES))
        row["url"] = draw(st.sampled_from(ADDRESSES))
        row["leading"] = draw(st.booleans())
        row["ref"] = draw(st.sampled_from(("", "mano"))) if is_linked else ""
        rows.append(row)
    heads = st.sampled_from(WORDS)
    columns = [{"id": uid(next(ids)), "heading": draw(heads)} for _ in range(width)]
    return {"columns": columns, "rows": rows}
