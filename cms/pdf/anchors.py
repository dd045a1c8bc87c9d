"""Resolves links within a report and to its notes; a link without a target becomes plain words."""

from typing import Any

from cms.pdf.nodes import Element, Node, iterate_nodes


def drop_dead_anchors(body: list[Element]) -> set[str]:
    """Turn links to missing anchors into words, and return the anchors that exist.

    If an anchor occurs twice the first one keeps it: Typst refuses a label that two headings have.
    """
    anchors: set[str] = set()
    for heading in iterate_elements(body, "heading"):
        if heading["anchor"] in anchors:
            heading["anchor"] = ""
        anchors.add(heading["anchor"])
    anchors.discard("")
    for note in iterate_elements(body, "note"):
        if note["anchor"] in anchors:
            note["anchor"] = ""
        anchors.add(note["anchor"])
    for target in iterate_elements(body, "target"):
        if target["anchor"] in anchors:
            target["anchor"] = ""
        anchors.add(target["anchor"])
    calls: set[str] = set()
    for element in iterate_elements(body):
        for node in iterate_nodes(list_nodes(element)):
            href = node.get("href", "")
            if href.startswith("#") and href[1:] not in anchors:
                node["kind"] = "span"
            calls |= {node["anchor"]} if "anchor" in node else set()
    for note in iterate_elements(body, "note"):
        note["back"] = note["back"] if note["back"] in calls else ""
    anchors.discard("")
    return anchors


def iterate_elements(elements: list[Element], kind: str = "") -> Any:
    for element in elements:
        if kind in ("", element["kind"]):
            yield element
        yield from iterate_elements(element.get("elements", []), kind)


def list_nodes(element: Element) -> list[Node]:
    """Return the nodes of an element, whatever holds them."""
    nodes = [*element.get("nodes", []), *element.get("below", [])]
    for item in element.get("items", []):
        nodes += item["nodes"] if isinstance(item, dict) else item
    for row in element.get("rows", []):
        nodes += [node for cell in row for node in cell]
    return nodes
