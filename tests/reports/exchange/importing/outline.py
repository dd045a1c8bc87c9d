"""Drafts in one short line each, for tests to compare."""

from typing import Any

from reports.core.text.rich_text import plain
from reports.exchange.importing.draft import Draft


def outline(draft: Draft) -> str:
    """Return a draft in one line, its no-break spaces as ordinary ones."""
    return describe(draft).replace("\u202f", " ").replace("\u00a0", " ")


def describe(draft: Draft) -> str:
    value = draft.value
    match draft.kind:
        case "heading":
            return f"h{value['level']} {value['text']}"
        case "paragraph":
            return f"p {flat(value['text'])}"
        case "quote":
            return f"quote {flat(value['text'])} / {value['attribution']}"
        case "callout":
            return f"callout {value['title']} / {flat(value['text'])}"
        case "panel":
            return f"panel {value['title']}"
        case "accordion":
            return "accordion " + "; ".join(
                f"{i['title']} = {flat(i['text'])}" for i in value["items"]
            )
        case "links":
            return "links " + "; ".join(f"{i['text']} -> {i['url']}" for i in value["items"])
        case "download":
            return f"download {value['title']} -> {value['source_url']}"
        case "definitions":
            return "definitions " + "; ".join(
                f"{i['name']} = {flat(i['definition'])}" for i in value["items"]
            )
        case "criteria":
            return "criteria " + "; ".join(
                f"{i['heading']} | {i['title']} | {flat(i['text'])}" for i in value["items"]
            )
        case "key_figures":
            return "key figures " + "; ".join(
                f"{g['title']}: {facts(g['facts'])}" for g in value["groups"]
            )
        case "fact_list":
            return "facts " + facts(value["items"])
        case "impact_cards":
            return "cards " + "; ".join(
                f"{c['name']} [{c['mission']}] ({c['status']}) {c['facts_heading']}: "
                f"{facts(c['facts'])}"
                for c in value["cards"]
            )
        case "comparison_cards":
            return "compared " + "; ".join(
                f"{c['name']} [{c['mission']}] ({c['status']}) "
                + ", ".join(f"{p['heading']}: {facts(p['facts'])}" for p in c["periods"])
                + f" / {c['growth']['figure']}"
                for c in value["cards"]
            )
        case "service_lines":
            return "services " + "; ".join(
                f"{s['name']} [{s['mission']}] ({s['owners']}) -> {s['url']}"
                for s in value["services"]
            )
        case "incubator_list":
            return "incubators " + "; ".join(
                f"{i['name']} ({i['owner']})" for g in value["groups"] for i in g["incubators"]
            )
        case "budget":
            return "budget " + "; ".join(
                f"{x['title']} ({x['detail']}) {stated(x['amount']['figure'])}"
                for x in value["lines"]
            )
        case "chart":
            return (
                f"chart {value['title']}: {table(value['data'])} / {flat(value['transcription'])}"
            )
        case "picture":
            return f"picture {value['alt']} / {value['caption']}"
    return f"{draft.kind} {value['caption']}: {table(value['table'])}"


def stated(figure: str | dict[str, str]) -> str:
    return figure if isinstance(figure, str) else f"{figure['raw']} = {flat(figure['read_as'])}"


def flat(html: str) -> str:
    return " ".join(plain(html).split())


def facts(values: list[dict[str, Any]]) -> str:
    return ", ".join(map(fact, values))


def fact(value: dict[str, Any]) -> str:
    figure = f"<{value['figure']}>" if value["figure"] else ""
    words = (value.get("lead"), value["before"], figure, value["after"])
    return " ".join(filter(None, words))


def table(value: Any) -> str:
    if not value:
        return ""
    heads = " | ".join(column.heading for column in value.columns)
    return f"{heads} — {'; '.join(map(row, value.rows))}"


def row(value: Any) -> str:
    note = f" ({flat(value.note)})" if value.note else ""
    return " | ".join(map(cell, value.cells)) + note


def cell(value: Any) -> str:
    words: str = value.raw.replace("\n", " ⏎ ")
    return f"{words} = {flat(value.read_as)}" if value.read_as else words
