"""Finds footnotes of HTML, in which a mark and a note link to each other.

`<sup><a href="#fn1" id="ref1">1</a></sup>` and `<li id="fn1">… <a href="#ref1">↩</a></li>`:
kramdown, pandoc, Word, LibreOffice and Google Docs write this, each with other names.
"""

import re

from bs4 import BeautifulSoup, Tag

from reports.core.text.notes import make_note_id
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.notes.marks import Definition, make_mark

LABEL = re.compile(r"[\[(]?\s*(?:[\w*†‡§¶]{1,4})\s*[\])]?")
PUNCTUATION = "[]() \t\n\u00a0"
HOLDERS = ("li", "p", "dd", "aside", "div", "section", "td")
NAMED_NOTE = re.compile(r"_?(?:sd)?(?:ftn|fn|footnote|endnote|note|edn)[\w:.-]*\d", re.IGNORECASE)
HEADINGS = re.compile(r"^(?:h[1-6]|table)$")
REMAINS = ("ol", "ul", "dl", "section", "div", "aside", "hr", "footer")


def take_linked_notes(soup: BeautifulSoup, taken: set[str]) -> list[Definition]:
    """Remove footnotes from the tree, and leave a mark wherever one is called.

    `taken` are the ids of other notes of the file.
    """
    notes: list[Definition] = []
    used = set(taken)
    for holder, marks, backs in find_notes(soup):
        label = marks[0].get_text().strip(PUNCTUATION)
        id = make_note_id(label, used)
        used.add(id)
        line = line_of(holder)
        for mark in marks:
            replace_mark(soup, mark, id)
        for back in backs:
            back.extract()
        parent = holder.parent
        holder.extract()
        drop_remains(parent)
        notes.append(Definition(id, list(holder.children), line))
    return notes


def find_notes(soup: BeautifulSoup) -> list[tuple[Tag, list[Tag], list[Tag]]]:
    """Return the element of each note, the links that call it, and the links back."""
    targets: dict[str, Tag] = {}
    for tag in soup.find_all(True):
        for name in (tag.get("id"), tag.get("name")):
            targets.setdefault(str(name or ""), tag)
    links = [a for a in soup.find_all("a", href=True) if str(a["href"]).startswith("#")]
    places = {id(tag): place for place, tag in enumerate(soup.find_all(True))}
    found: list[tuple[Tag, list[Tag], list[Tag]]] = []
    for back in links:
        mark = targets.get(str(back["href"])[1:])
        mark = link_in(mark) if mark is not None else None
        if mark is None or mark is back or places[id(mark)] > places[id(back)]:
            continue
        target = targets.get(str(mark.get("href") or "")[1:])
        if target is None or not LABEL.fullmatch(mark.get_text().strip()):
            continue
        if target is not back and back not in target.find_all("a"):
            continue
        holder = find_holder(back, target)
        if holder is None or holder.find(HEADINGS) or mark in holder.find_all("a"):
            continue
        known = next((note for note in found if note[0] is holder), None)
        if known:
            known[2].append(back)
            continue
        address = str(mark["href"])
        marks = [
            link
            for link in links
            if link["href"] == address
            and places[id(link)] < places[id(holder)]
            and LABEL.fullmatch(link.get_text().strip())
        ]
        found.append((holder, marks, [back]))
    return found


def link_in(target: Tag) -> Tag | None:
    """Return the element itself if it is a link, or the only link in it."""
    if target.name == "a":
        return target
    links = target.find_all("a", href=True)
    if len(links) == 1 and links[0].get_text().strip() == target.get_text().strip():
        return links[0]
    return None


def find_holder(back: Tag, target: Tag) -> Tag | None:
    """Return the element of a note: the one with its id, or the nearest around the link back."""
    if target.name in HOLDERS:
        return target
    holder = back.find_parent(HOLDERS)
    around = holder.parent if holder is not None else None
    if around is not None and around.name in HOLDERS and NAMED_NOTE.match(str(around.get("id"))):
        return around
    return holder


def replace_mark(soup: BeautifulSoup, link: Tag, id: str) -> None:
    """Replace a link, and raised text that contains nothing else, by a mark."""
    place = link
    while (
        place.parent is not None
        and place.parent.name in ("sup", "span", "small")
        and place.parent.get_text().strip(PUNCTUATION) == link.get_text().strip(PUNCTUATION)
    ):
        place = place.parent
    place.replace_with(make_mark(soup, id))


def drop_remains(element: Tag | None) -> None:
    """Remove the list or box of notes when it is empty, apart from a rule."""
    while element is not None and element.name in REMAINS and not element.get_text().strip():
        if element.find(["img", "iframe"]):
            return
        parent = element.parent
        element.extract()
        element = parent
