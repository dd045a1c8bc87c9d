"""Small reports to try rules on: blocks in, a reading out. No database is asked."""

from collections.abc import Sequence
from typing import Any

from reports.core.document import read
from reports.core.reading import Reading
from reports.core.reading.context import CheckContext
from reports.core.reading.visitor import read_document

Block = tuple[str, dict[str, Any]]
Words = tuple[str, str, str]  # before, figure, after


def report(
    *blocks: Block, year: int = 2024, last: Reading | None = None, **context: Any
) -> Reading:
    """The reading of a report of these blocks. `context` are fields of `CheckContext`."""
    stored = [
        {"type": kind, "value": value, "id": f"{kind}-{rank}"}
        for rank, (kind, value) in enumerate(blocks)
    ]
    reading = read_document(year, read(stored), f"/bilan/{year}/")
    reading.last = last
    reading.context = CheckContext(**context)
    return reading


def block(kind: str, **value: Any) -> Block:
    """A block of any type, of its stored value."""
    return kind, value


def heading(text: str, level: int = 2, anchor: str = "", old: Sequence[str] = ()) -> Block:
    value = {"text": text, "level": str(level), "anchor": anchor, "old_anchors": list(old)}
    return "heading", value


def prose(*paragraphs: str) -> Block:
    """A paragraph block; text without tags becomes one paragraph each."""
    html = "".join(p if p.startswith("<") else f"<p>{p}</p>" for p in paragraphs)
    return "paragraph", {"text": html}


def callout(text: str, title: str = "") -> Block:
    return "callout", {"title": title, "text": f"<p>{text}</p>"}


def quote(text: str, attribution: str = "") -> Block:
    return "quote", {"text": f"<p>{text}</p>", "attribution": attribution}


def definitions(*terms: tuple[str, str]) -> Block:
    items = [{"name": name, "definition": f"<p>{text}</p>"} for name, text in terms]
    return "definitions", {"items": items}


def accordion(title: str, *items: tuple[str, str]) -> Block:
    """Each is (title, text)."""
    listed = [{"title": t, "text": f"<p>{x}</p>"} for t, x in items]
    return "accordion", {"title": title, "items": listed}


def panel(title: str) -> Block:
    return "panel", {"title": title}


def criteria(*items: tuple[str, str, str]) -> Block:
    """Each is (heading, title, text)."""
    listed = [{"heading": h, "title": t, "text": f"<p>{x}</p>"} for h, t, x in items]
    return "criteria", {"items": listed}


def links(*items: tuple[str, str]) -> Block:
    """Each is (text, url)."""
    return "links", {"items": [{"text": text, "url": url} for text, url in items]}


def fact(words: Words | str, url: str = "") -> dict[str, Any]:
    """A fact of (before, figure, after), or of a figure alone."""
    before, figure, after = ("", words, "") if isinstance(words, str) else words
    return {"before": before, "figure": figure, "after": after, "url": url}


def key_figures(*facts: Words, title: str = "") -> Block:
    return "key_figures", {"groups": [{"title": title, "facts": [fact(f) for f in facts]}]}


def fact_list(*facts: Words) -> Block:
    items = [{"level": 1, "lead": "", **fact(words)} for words in facts]
    return "fact_list", {"ordered": False, "items": items}


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    refs: Sequence[str] = (),
    ref_names: Sequence[str] = (),
) -> dict[str, Any]:
    """The stored form of a table; `refs` are the keys that the heads of its rows refer to,
    `ref_names` the heads that they were chosen for.
    """
    stored = [
        {"id": f"r{n}", "cells": list(row), "ref": refs[n] if refs else ""}
        for n, row in enumerate(rows)
    ]
    for row, name in zip(stored, ref_names, strict=False):
        row["ref_name"] = name
    columns_ = [{"id": f"c{n}", "heading": text} for n, text in enumerate(columns)]
    return {"columns": columns_, "rows": stored}


def indicators(
    columns: Sequence[str],
    *rows: Sequence[str],
    caption: str = "Indicateurs",
    refs: Sequence[str] = (),
    ref_names: Sequence[str] = (),
) -> Block:
    stored = table(columns, rows, refs, ref_names)
    return "indicator_table", {"caption": caption, "table": stored}


def data_table(columns: Sequence[str], *rows: Sequence[str], caption: str = "Enquête") -> Block:
    return "data_table", {"caption": caption, "table": table(columns, rows)}


def awards(*rows: tuple[str, str, str], caption: str = "Lauréats") -> Block:
    """Each is (service, link, amount)."""
    stored = table(
        ("Produit", "Mission", "Montant attribué"), [(n, "Une mission", a) for n, _, a in rows]
    )
    for row, (_, url, _) in zip(stored["rows"], rows, strict=True):
        row["url"] = url
    return "funding_table", {"caption": caption, "funding_round": None, "table": stored}


def budget(*lines: tuple[str, str, str]) -> Block:
    """Each is (title, amount, staff)."""
    stored = [
        {"title": title, "detail": "", "amount": fact(amount), "staff": fact(staff)}
        for title, amount, staff in lines
    ]
    return "budget", {"title_heading": "", "amount_heading": "", "lines": stored}


def chart(
    title: str,
    *rows: Sequence[str],
    columns: Sequence[str] = ("Catégorie", "Valeur"),
    **more: Any,
) -> Block:
    """A chart with data; `more` are its other children, such as `transcription` (HTML)."""
    data = table(columns, rows) if rows else None
    return "chart", {"title": title, "kind": "bar" if rows else "picture", "data": data, **more}


def impact_cards(*cards: dict[str, Any]) -> Block:
    return "impact_cards", {"cards": list(cards)}


def comparison_cards(*cards: dict[str, Any]) -> Block:
    return "comparison_cards", {"cards": list(cards)}


def card(
    name: str, *facts: Words, url: str = "", mission: str = "Aider.", status: str = ""
) -> dict[str, Any]:
    """A card of impact."""
    words = {"name": name, "url": url, "mission": mission, "status": status}
    return {**words, "facts_heading": "Son impact", "facts": [fact(f) for f in facts]}


def compared(
    name: str, periods: dict[str, Sequence[Words]], growth: Words | str = "", url: str = ""
) -> dict[str, Any]:
    """A card of comparison; `periods` are facts by the head of their period."""
    stored = [{"heading": h, "facts": [fact(f) for f in facts]} for h, facts in periods.items()]
    words = {"name": name, "url": url, "mission": "Aider.", "status": ""}
    return {**words, "periods": stored, "growth": fact(growth)}


def service_lines(*services: tuple[str, str, str]) -> Block:
    """Each is (name, url, mission)."""
    listed = [{"name": n, "url": u, "mission": m, "owners": ""} for n, u, m in services]
    return "service_lines", {"services": listed}


def incubators(*names: tuple[str, str], lead: str = "") -> Block:
    """Each is (name, owner)."""
    listed = [{"name": name, "owner": owner} for name, owner in names]
    return "incubator_list", {"groups": [{"lead": lead, "incubators": listed}]}


def picture(alt: str = "", caption: str = "", **more: Any) -> Block:
    return "picture", {"picture": None, "alt": alt, "caption": caption, **more}


def download(title: str, document: int | None = None) -> Block:
    return "download", {"title": title, "document": document}
