"""Prepares the SVG of a drawing to be put into a page: with unique ids, and no scripts or links."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from reports.content.charts.process import Undrawable

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = {"svg", "g", "path", "line", "rect", "circle", "text", "tspan", "defs", "clipPath"}
REFUSED = re.compile(r"style$|on|(\{.*\})?href$|src$")
PLACE = re.compile(r"([1-9][0-9]*) ([1-9][0-9]*)")  # as `marks` writes it
REFERENCE = re.compile(r"url\(#([^()]+)\)")


def inline_svg(markup: str, prefix: str) -> str:
    """The drawing as large as its place, in the colour of the text around it, with ids of its own.

    It is hidden from who cannot see it: the words and the numbers stand beside it. Raises
    `Undrawable` for anything that may act or be fetched, which this library has never written.
    """
    try:
        root = ElementTree.fromstring(markup)
    except ElementTree.ParseError:
        raise Undrawable("no XML") from None
    for element in root.iter():
        normalize_markup(element, prefix)
    box = root.get("viewBox", "")
    root.attrib.clear()
    root.attrib.update(
        {"xmlns": SVG, "viewBox": box, "class": "chart", "focusable": "false"},
        **{"aria-hidden": "true"},
    )
    return ElementTree.tostring(root, encoding="unicode")


def normalize_markup(element: Element, prefix: str) -> None:
    element.tag = element.tag.removeprefix(f"{{{SVG}}}")
    if element.tag not in ELEMENTS or any(map(REFUSED.match, element.attrib)):
        raise Undrawable("the markup has what it should not")
    for name, value in list(element.attrib.items()):
        if name == "id":
            element.set(name, f"{prefix}-{value}")
        elif "url(" in value:
            element.set(name, REFERENCE.sub(rf"url(#{prefix}-\1)", value))
        elif name == "aria-label" and (place := PLACE.fullmatch(value)):
            del element.attrib[name]
            element.attrib |= {"data-row": place[1], "data-column": place[2]}
        elif name == "role" or name.startswith("aria-"):
            del element.attrib[name]
    if element.tag == "text":  # a style sheet may set another
        element.set("fill", "currentColor")
