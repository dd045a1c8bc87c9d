"""Reads pictures and downloads below a comment."""

from bs4 import Tag
from bs4.element import PageElement

from reports.exchange.importing.comments.readers.elements import sole_element
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import has_nothing_else, only_link, words_of
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.recognise.charts import image_of, recognise_picture
from reports.exchange.importing.recognise.downloads import recognise_download


def find_image(nodes: list[PageElement]) -> tuple[Tag, str] | None:
    """Return the image and its caption, if the nodes contain nothing else."""
    if figure := sole_element(nodes, "figure"):
        image, caption = figure.find("img"), figure.find("figcaption")
        if not isinstance(image, Tag) or not has_nothing_else(figure, image, caption):
            return None
        return image, words_of(caption) if caption else ""
    paragraph = sole_element(nodes, "p")
    image = image_of(paragraph) if paragraph else None
    return (image, "") if image is not None else None


def read_picture(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    found = find_image(nodes)
    if found is None or found[0].get("title"):
        return None
    return recognise_picture(*found)


def read_download(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    paragraph = sole_element(nodes, "p")
    link = only_link(paragraph.children) if paragraph else None
    return recognise_download(link, line_of(link)) if link is not None else None


READERS = {"picture": read_picture, "download": read_download}
