"""Reads charts below a comment: a picture, a table of data, a transcription and other words."""

from dataclasses import dataclass
from typing import Any

from bs4 import Tag
from bs4.element import PageElement

from reports.content.tables import Table
from reports.exchange.importing.comments.readers.elements import draft_of, sole_element
from reports.exchange.importing.comments.readers.media import find_image
from reports.exchange.importing.comments.readers.tables import read_grid, read_table
from reports.exchange.importing.comments.readers.texts import read_prose
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import lead_of, words_of
from reports.exchange.importing.recognise.charts import describe_image, read_listed_values

LINES = {"chart-unit": "unit", "chart-note": "note", "chart-source": "source"}
"""The classes of the paragraphs that are a part of a chart each."""


@dataclass
class ChartReading:
    """The parts of a chart that were read so far, one element after the other."""

    value: dict[str, Any]
    image: Tag | None = None
    shows_data: bool = False

    def take(self, node: PageElement, notices: list[Notice]) -> bool:
        """Read one element; return whether it is part of a chart."""
        if not isinstance(node, Tag):
            return False
        classes = node.get_attribute_list("class")
        if found := find_image([node]):
            self.image, note = found
            self.value |= describe_image(self.image)
            self.value |= {"title": str(self.image.get("title") or "").strip(), "note": note}
        elif grid := read_grid([node], notices):
            caption, cells = grid
            self.value |= {"data": read_table(cells), "title": self.value["title"] or caption}
            self.shows_data = True
        elif "fr-transcription" in classes:
            if not self.shows_data:
                self.value["data"], self.value["unit"] = read_listed_values(node)
            self.value["transcription"] = read_prose(list(node.children))
        elif name := next((LINES[each] for each in classes if each in LINES), ""):
            self.value[name] = words_of(node)
        elif sole_element([node], "p") and lead_of(list(node.children))[0] == words_of(node):
            self.value["title"] = words_of(node)
        else:
            return False
        return True


def read_chart(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    """Read a chart whose data are in a table, or else listed in its transcription."""
    reading = ChartReading({"title": "", "kind": "picture", "data": Table()})
    if not all(reading.take(node, notices) for node in nodes):
        return None
    reading.value.pop("source_url", None)
    draft = draft_of("chart", nodes, reading.value)
    draft.image, draft.shows_data = reading.image, reading.shows_data
    return draft


READERS = {"chart": read_chart}
