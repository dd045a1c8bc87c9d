"""Arranges search results for the page: passages of one section are grouped into one result."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from cms.frontend.api_client import Visit
from cms.frontend.hit_kinds import describe_hits
from cms.frontend.matches import split_matches
from cms.frontend.series import RESULT

Node = dict[str, Any]

RECORD_HITS = describe_hits()


def arrange_hits(visit: Visit, nodes: list[Node]) -> list[Node]:
    """Return the results of a page split into matching and other pieces, grouped by section."""
    explain_indicators(visit, nodes)
    return fold_sections(nodes)


def explain_indicators(visit: Visit, nodes: list[Node]) -> None:
    """Add the last result to indicators for which the search has no excerpt."""
    bare = [node for node in nodes if "indicator" in node and not node["excerpt"]]
    if not bare:
        return
    codes = [node["indicator"]["code"] for node in bare]
    found = visit.ask("series", codes=codes, first=len(codes))["indicators"]["nodes"]
    last = {each["code"]: describe_last(each["series"]) for each in found}
    for node in bare:
        node |= {"excerpt": last.get(node["indicator"]["code"], ""), "excerptMatches": []}


def describe_last(series: list[Node]) -> str:
    """Return the last result of a series in words: « Dernier résultat : 53 % (2024) »."""
    results = [entry for entry in series if entry["kind"] == RESULT and entry["figure"]["text"]]
    if not results:
        return ""
    last = max(results, key=lambda entry: entry["period"]["end"])
    return f"Dernier résultat\u202f: {last['figure']['text']} ({last['period']['year']})"


def fold_sections(nodes: list[Node]) -> list[Node]:
    """Return the results; the first passage of a section contains its other passages."""
    hits: list[Node] = []
    sections: dict[str, Node] = {}
    for node in nodes:
        hit = arrange_hit(node)
        first = sections.get(hit.get("path", ""))
        if first and not first["excerpt"]:
            first |= {name: hit[name] for name in ("excerpt", "excerpt_pieces")}
            continue
        if first:
            first["others"].append(hit)
            continue
        hits.append(hit)
        if "path" in hit:
            sections[hit["path"]] = hit
    return hits


def arrange_hit(node: Node) -> Node:
    """Return a result with its texts in pieces; that of a record with its address and a note."""
    kind, note = RECORD_HITS.get(node["__typename"], ("", ""))
    return {
        **node,
        "address": find_address(kind, node),
        "note": note,
        "kind": node["__typename"],  # templates do not read underscores
        "title_pieces": split_matches(node["title"], node["titleMatches"]),
        "excerpt_pieces": split_matches(node["excerpt"], node["excerptMatches"]),
        "others": [],
    }


def find_address(kind: str, node: Node) -> str:
    """Return the address of a found record's page; empty if its kind has no pages.

    The record is a field of the hit, called like its kind.
    """
    first, *others = kind.split("_")
    record = node.get(first + "".join(map(str.capitalize, others)))
    if kind not in settings.RECORD_PAGES or not record:
        return ""
    return reverse(kind, args=[record["code"] if "code" in record else record["slug"]])
