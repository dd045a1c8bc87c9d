"""Builds the picture of a chart for use outside its page: title, drawing and origin, on white."""

from textwrap import wrap
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

SVG = "http://www.w3.org/2000/svg"
INK, PAPER = "#161616", "#ffffff"
FONT = "Marianne, Arial, sans-serif"
MARGIN_PIXELS = 16
TITLE_PIXELS, NOTE_PIXELS = 18, 13  # sizes of letters
CHARACTER_WIDTH_RATIO = 0.56  # of its size, the breadth of a letter on average
LINE_HEIGHT_RATIO = 1.4  # of its size, the height of a line


def build_picture(svg: str, title: str, notes: list[str]) -> str:
    """Return an SVG: the title above a drawing of the graph, the notes below."""
    drawing = ElementTree.fromstring(svg)
    _, _, width, height = map(float, drawing.get("viewBox", "0 0 640 400").split())
    top = wrap_text(title, TITLE_PIXELS, width)
    bottom = [line for note in notes for line in wrap_text(note, NOTE_PIXELS, width)]
    begin = MARGIN_PIXELS + len(top) * TITLE_PIXELS * LINE_HEIGHT_RATIO
    end = begin + height + NOTE_PIXELS
    size = {
        "width": width,
        "height": end + len(bottom) * NOTE_PIXELS * LINE_HEIGHT_RATIO + MARGIN_PIXELS,
    }
    measures = {name: f"{value:g}" for name, value in size.items()}
    root = Element("svg", measures | {"viewBox": f"0 0 {' '.join(measures.values())}"})
    root.attrib |= {"xmlns": SVG, "role": "img"}
    SubElement(root, "title").text = title
    SubElement(root, "rect", measures | {"fill": PAPER})
    write_lines(root, top, TITLE_PIXELS, MARGIN_PIXELS, "bold")
    group = SubElement(root, "g", {"transform": f"translate(0,{begin:g})"})
    group.extend(drawing)
    write_lines(root, bottom, NOTE_PIXELS, end, "normal")
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        if element.get("fill") == "currentColor":  # no page gives it one
            element.set("fill", INK)
    return ElementTree.tostring(root, encoding="unicode")


def wrap_text(text: str, size: int, width: float) -> list[str]:
    return wrap(text, int((width - 2 * MARGIN_PIXELS) / (size * CHARACTER_WIDTH_RATIO)))


def write_lines(root: Element, lines: list[str], size: int, begin: float, weight: str) -> None:
    for number, line in enumerate(lines):
        place = {
            "x": f"{MARGIN_PIXELS}",
            "y": f"{begin + size + number * size * LINE_HEIGHT_RATIO:g}",
        }
        style = {"font-family": FONT, "font-size": f"{size}", "font-weight": weight, "fill": INK}
        SubElement(root, "text", place | style).text = line
