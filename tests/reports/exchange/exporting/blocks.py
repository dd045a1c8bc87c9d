"""Every block in every variant, from what its class declares: parts full, empty, and strange."""

from typing import Any

from hypothesis import strategies as st

from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import Part, Role

WORDS = [
    "",
    "mots",
    "12 services",
    "Plus de 18 000 agents",
    "en 2024, 3 des 12 agents",
    "**gras** et _autre_ [crochets](x) `code`",
    "# titre, - tiret, 1. nombre",
    "a < b & c > d, R&D, &amp; <b>",
    "{#ancre} {: .classe} {% liquide %} {{ x }}",
    "| tableau | --- |",
    "1. premier",
    "- tiret",
    "> cité",
    "---",
    "===",
    "Nom (Administration)",
    "Sa mission : aider (un peu)",
    "— tiret cadratin",
    "Terme : sens : autre",
    "\u00a0espaces\u202ffines\u00a0",
    "deux  espaces et\nune ligne",
    "C#",
    "~~barré~~ \\ barre *",
    "<!-- bilan: {} -->",
    "-- > fin --",
    "![image](x.png)",
    "78¹ m²",
    "\u2028",
    "x" * 300,
]
FIGURES = [
    "",
    "12",
    "Plus de 18 000",
    "+80 %",
    "N/A",
    "x16",
    "3 370 820 €",
    "2 ETP",
    "30 K€",
    "mots",
]
HTML = [
    "",
    "<p>mots</p>",
    '<p>12 agents, <b>gras</b>, <i>penché</i> et <a href="https://example.org/?a=1&amp;b=(2)">'
    "lien</a>.</p><p>Autre</p>",
    "<ul><li>un</li><li>deux<ol><li>trois</li></ol></li></ul>",
    "<p>avant</p><ul><li>12 agents</li></ul><ul><li>autre</li></ul>",
    "<ol><li>un</li><li>deux</li></ol><p>— après</p>",
    "<p>mot<b>col</b>lé <b>gras </b>suite<br>ligne<br/>ligne</p>",
    "<p><strong>Terme</strong> : <em>sens</em></p>",
    '<p>m<sup>2</sup>, <span lang="en">bug bounty</span>, <code>a_b</code></p>',
    "<blockquote>cité</blockquote><p>x</p>",
    "<table><tbody><tr><th>A</th><td>12</td></tr></tbody></table>",
    "<dl><dt>terme</dt><dd>sens</dd></dl>",
    "<pre>a\n\n  b</pre>",
    "mots sans paragraphe",
    "<p>1. mots</p><p>- mots</p><p># mots</p><p>{#x} a*b*c [d](e) &lt;b&gt;</p>",
    '<p data-block-key="abcde">clé</p>\n<p> espaces </p>',
    "<p>Critère 1 : <b>x</b> : y</p>",
    '<p><a linktype="page" href="/bilan/2023/">page</a></p>',
    '<script>alert(1)</script><p onclick="x()">propre</p>',
]
ADDRESSES = [
    "",
    "/x",
    "https://example.org/a b(c)?d=é&e=1",
    "#ancre",
    "javascript:x()",
    "a|b",
    "mailto:x@y",
]
KEYS = ["", "b1", "0c0e7f4e-7b8c-4b0e-9a0e-0d7b8f0f3c11"]

texts = st.sampled_from(WORDS)
ids = st.uuids().map(str)


def parts_of(cls: type[Node]) -> st.SearchStrategy[dict[str, Any]]:
    """Stored values of a class of nodes."""
    return st.fixed_dictionaries({name: values_of(part) for name, part in cls.parts.items()})


def values_of(part: Part) -> st.SearchStrategy[Any]:
    match part.role:
        case Role.TEXT:
            return texts
        case Role.RICH_TEXT:
            return st.sampled_from(HTML)
        case Role.FIGURE:
            overridden = st.fixed_dictionaries(
                {"raw": st.sampled_from(FIGURES), "read_as": st.sampled_from(FIGURES)}
            )
            return st.sampled_from(FIGURES) | overridden
        case Role.ADDRESS:
            return st.sampled_from(ADDRESSES)
        case Role.REFERENCE:
            return st.none() | st.just({"public_id": "un-exemple"})
        case Role.NODE:
            return parts_of(part.reads)
        case Role.NODES:
            return st.lists(items_of(part.reads), max_size=3)
        case Role.TABLE:
            return tables()
        case Role.BOOKKEEPING:
            return st.none()
    if part.choices:
        return st.sampled_from(list(part.choices))
    if part.reads is bool:
        return st.booleans()
    if part.reads is int:
        return st.integers(1, 3)
    if part.reads is tuple:
        return st.lists(ids, max_size=2, unique=True)
    return ids  # an anchor


def items_of(cls: type[Node]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"type": st.just("item"), "id": ids, "value": parts_of(cls)})


@st.composite
def tables(draw) -> dict[str, Any]:
    width = draw(st.integers(0, 4))
    height = draw(st.integers(0, 3)) if width else 0
    cell = (
        texts
        | st.sampled_from(FIGURES)
        | st.fixed_dictionaries(
            {"raw": texts, "read_as": st.sampled_from(FIGURES), "url": st.sampled_from(ADDRESSES)}
        )
    )
    columns = [{"id": draw(ids), "heading": draw(texts)} for _ in range(width)]
    rows = [
        {
            "id": draw(ids),
            "cells": [draw(cell) for _ in range(width)],
            "ref": draw(st.sampled_from(["", "un-exemple"])),
            "url": draw(st.sampled_from(ADDRESSES)),
            "note": draw(st.sampled_from(HTML)),
            "leading": draw(st.booleans()),
        }
        for _ in range(height)
    ]
    return {"columns": columns, "rows": rows}


@st.composite
def blocks(draw) -> dict[str, Any]:
    """A stored block of any type."""
    block_type = draw(st.sampled_from(sorted(BLOCKS)))
    return {"type": block_type, "id": draw(ids), "value": draw(parts_of(BLOCKS[block_type]))}
