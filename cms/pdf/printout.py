"""Arranges a whole report for the template: cover, essentials, body, corrections, citation."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils.dateparse import parse_datetime

from cms.frontend.cited_numbers import get_anchor, link_citations
from cms.frontend.corrections import arrange_corrections
from cms.frontend.dates import iso_date, iso_moment, plain_date
from cms.frontend.essentials import compare_essentials
from cms.frontend.sentences import end_sentence
from cms.frontend.templatetags.bilan import correction_kind
from cms.pdf.anchors import drop_dead_anchors
from cms.pdf.blocks import set_block
from cms.pdf.elements import Setter, prose
from cms.pdf.nodes import Element, text

Answer = dict[str, Any]
NOTES = "notes"  # the title above them, in the place of a block
NOTHING = "rien"
TO_COME = "–"  # the place of a figure that a draft does not have yet
ERASED = "Texte effacé\u202f: l’une des versions comparées est retirée."


def build_printout(report: Answer, version: Answer | None, site: Answer, base: str) -> Answer:
    """Return the template's data for a report, or for a draft if `version` is None.

    `base` is the address to which the paths of the site are appended.
    """
    setter = Setter(site["printedBase"], base)
    link_citations(report)
    targets = {each["anchor"] for block in report["body"] for each in block["cited_by"]}
    body = [
        element | {"block": block["id"]}
        for block in report["body"]
        for element in set_cited(setter, block, targets)
    ]
    body += set_notes(setter, report["notes"])
    introduction = prose(setter.prose(report["introduction"]))
    anchors = drop_dead_anchors([introduction, *body])
    publisher = site["publisher"] or site["name"]
    dates = list_dates(report, version)
    return {
        "language": report["language"],
        "title": report["heroTitle"],
        "publisher": publisher,
        "description": report["seoDescription"] or report["introduction"]["text"],
        "keywords": [str(report["year"]), publisher],
        "moment": split_moment(version["publishedAt"] if version else None),
        "running": " – ".join(filter(None, [publisher, *dates[-1:]])),
        "dates": dates,
        "introduction": introduction["nodes"],
        "essentials": list_essentials(report, anchors),
        "body": body,
        "corrections": list_corrections(report),
        "citation": cite(report, version, site, base),
        "licence": site["licence"],
        "is_draft": version is None,
    }


def set_cited(setter: Setter, block: Answer, targets: set[str]) -> Iterator[Element]:
    """Yield the elements of a block, among the `targets` of links between numbers and their texts:
    before them its own, after them the pages whose texts repeat its figures.
    """
    anchors = list(dict.fromkeys(each["anchor"] for each in block["cited_by"]))
    if block["is_cited"] or get_anchor(block) in targets:
        yield {"kind": "target", "anchor": get_anchor(block)}
    yield from set_block(setter, block)
    if anchors:
        yield {"kind": "cited", "anchors": anchors}


def set_notes(setter: Setter, notes: list[Answer]) -> list[Element]:
    """Return the notes of a report under a title that the summary does not list."""
    if not notes:
        return []
    setter.level = 0
    title = setter.heading("Notes", 1) | {"block": NOTES}
    return [title, *(set_note(setter, note) for note in notes)]


def set_note(setter: Setter, note: Answer) -> Element:
    """Return a note: its number precedes its first words, and its blocks follow below."""
    flow = setter.prose(note["content"])
    begins_with_words = bool(flow) and flow[0]["kind"] == "p"
    number = note["number"]
    return {
        "kind": "note",
        "block": f"note {number}",
        "number": str(number),
        "anchor": f"note-{number}",
        "back": f"appel-{number}",
        "nodes": flow[0]["children"] if begins_with_words else [],
        "below": flow[1:] if begins_with_words else flow,
    }


def split_moment(value: str | None) -> dict[str, int]:
    """Return the parts of a version's publication time; a fixed time for a draft.

    PDF/A requires a date, and the same draft has to give the same bytes.
    """
    when = parse_datetime(value) if value else None
    when = (when or datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)).astimezone(datetime.UTC)
    names = ("year", "month", "day", "hour", "minute", "second")
    return {name: getattr(when, name) for name in names}


def list_dates(report: Answer, version: Answer | None) -> list[str]:
    dates = [f"Daté du {plain_date(report['date'])}"] if report["date"] else []
    if version is None:
        return dates
    if report["publishedAt"]:
        dates.append(f"Publié le {iso_date(report['publishedAt'])}")
    if version["number"] > 1:
        dates.append(f"Mis à jour le {iso_date(version['publishedAt'])}")
    return [*dates, f"Version {version['number']}"]


def list_essentials(report: Answer, anchors: set[str]) -> list[Answer]:
    """Return the figures that sum up the report, each with that of the report before in words."""
    listed = []
    for each in compare_essentials(report["essentials"]):
        before = ""
        if each["previous"]:
            figure = each["previous"]["text"] or each["previous"]["raw"]
            trend = f" ({each['trend']['words']})" if each["trend"] else ""
            before = f"{figure} dans le bilan {report['previous']['year']}{trend}"
        listed.append(
            {
                "figure": each["figure"]["text"] or each["figure"]["raw"] or TO_COME,
                "label": each["label"],
                "anchor": each["anchor"] if each["anchor"] in anchors else "",
                "before": before,
            }
        )
    return listed


def list_corrections(report: Answer) -> list[Answer]:
    """Return the corrections up to this version, the last first."""
    return [
        {
            "date": iso_date(each["date"]),
            "kind": f"{correction_kind(each['kind'])} (version {each['version']})",
            "place": each["place"],
            "sentence": each["sentence"] or ERASED,
            "figures": describe_change(each) if each["has_unquoted_figures"] else "",
        }
        for each in arrange_corrections(report)
    ]


def describe_change(correction: Answer) -> str:
    before, after = correction["before"] or NOTHING, correction["after"] or NOTHING
    return f"Avant\u202f: {before}. Après\u202f: {after}."


def cite(report: Answer, version: Answer | None, site: Answer, base: str) -> Element | None:
    """Return the reference for citing a version; None for a draft.

    It is that of the page without the licence, which the template sets below.
    """
    if version is None:
        return None
    address = f"{base}{version['path']}"
    when = iso_moment(version["publishedAt"])
    words = f" – {site['name']}. Version {version['number']}, publiée le {when}. "
    author = [text(f"{end_sentence(site['publisher'])} ")] if site["publisher"] else []
    title = {"kind": "em", "children": [text(report["heroTitle"])]}
    leads = {"kind": "a", "href": address, "children": [text(address)]}
    return prose([{"kind": "p", "children": [*author, title, text(words), leads]}]) | {
        "sha256": version["sha256"]
    }
