"""Pictures, and the charts that some of them are."""

import re
from dataclasses import dataclass

from bs4 import Tag

from reports.figures import split
from reports.importing.draft import Draft, Named
from reports.importing.inline import prose_of, significant, words_of
from reports.importing.markup import line_of
from reports.tables import Cell, Column, Row, Table

# « 59 produits à la DINUM »: what is counted, a preposition, the category.
COUNTED = re.compile(
    r"^(?P<unit>[^\W\d]+(?:\s[^\W\d]+){0,2}?)?\s*"
    r"\b(?:à l['’ʼ]|à la |aux |au |à |en |pour |chez |dans )"
    r"(?:l['’ʼ]|la |le |les )?(?P<category>.+)$",
    re.IGNORECASE,
)
KINDS = (("courbe", "line"), ("aire", "area"), ("colonne", "column"), ("barre", "bar"))


@dataclass
class Transcription:
    """A DSFR transcription: its title, its HTML, the data that it lists."""

    title: str
    html: str
    data: Table
    unit: str


def image_of(element: Tag) -> Tag | None:
    """The image that a paragraph is, but for punctuation around it."""
    nodes = [n for n in significant(element.children) if isinstance(n, Tag) or words_of(n) != "."]
    if len(nodes) == 1 and isinstance(nodes[0], Tag):
        if nodes[0].name == "img":
            return nodes[0]
        if nodes[0].name in ("a", "p", "picture", "span"):
            return image_of(nodes[0])
    return None


def transcription(element: Tag) -> Transcription:
    """What a `div.fr-transcription` says."""
    content = element.select_one(".fr-modal__content") or element
    title_tag = content.select_one(".fr-modal__title") or content.find(re.compile("^h[1-6]$"))
    title = ""
    if isinstance(title_tag, Tag):
        title = words_of(title_tag)
        title_tag.extract()
    data, unit = listed(content)
    html = prose_of(content.children)
    return Transcription(title, html, data, unit)


def listed(content: Tag) -> tuple[Table, str]:
    """The values that a transcription lists, one category an item; empty where it lists none."""
    items = content.find_all("li")
    rows, units = [], []
    for item in items:
        phrase = split(words_of(item))
        words = phrase.after.strip(" :") or phrase.before.strip(" :")
        if not phrase.expression or not words or (phrase.before.strip() and phrase.after.strip()):
            return Table(), ""
        counted = COUNTED.match(words)
        if counted and counted["unit"]:
            units.append(counted["unit"].strip())
        rows.append(Row((Cell(counted["category"] if counted else words), Cell(phrase.expression))))
    if not rows:
        return Table(), ""
    unit = units[0] if units else ""
    return Table((Column("Catégorie"), Column(unit.capitalize() or "Valeur")), tuple(rows)), unit


def picture(image: Tag, caption: str = "") -> Draft:
    """An image as a block."""
    value = {**described(image), "caption": caption}
    return Draft("picture", line_of(image), value)


def chart(image: Tag, said: Transcription | None, caption: str) -> Draft:
    """An image with a title or a transcription: a chart, with its data where they are listed."""
    title = str(image.get("title") or "").strip()
    if not title:
        title, caption = caption, ""
    alt = str(image.get("alt") or "").strip()
    data = said.data if said else Table()
    drawn = next((kind for word, kind in KINDS if word in alt.lower()), "bar")
    value = {
        **described(image),
        "title": title or (said.title if said else ""),
        "note": "" if caption == title else caption,
        "kind": drawn if data else "picture",
        "data": data,
        "unit": said.unit if said else "",
        "transcription": said.html if said else "",
    }
    if said and said.title and said.title != value["title"]:
        value["transcription"] = f"<p>{said.title}</p>{said.html}"
    del value["source_url"]
    return Draft("chart", line_of(image), value)


def described(image: Tag) -> dict[str, object]:
    source = str(image.get("src") or "").strip()
    alt = str(image.get("alt") or "").strip()
    named = Named("picture", alt or source, source, line=line_of(image)) if source else None
    return {"picture": named, "alt": alt, "source_url": source}


def is_chart(image: Tag, said: Transcription | None) -> bool:
    return said is not None or bool(str(image.get("title") or "").strip())
