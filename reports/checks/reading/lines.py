"""The lines of a report as they were typed, for rules about how words are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from reports.checks.reading import Reading
from reports.checks.reading.parts import Text
from reports.checks.reading.place import Place

PIECE = re.compile(r"<(?P<end>/?)(?P<tag>\w+)(?P<attributes>[^<>]*)>|(?P<words>[^<]+|<)")
LANG = re.compile(r"\blang=\"([\w-]*)\"")
VOID = ("br", "hr", "img")
EDGES = {
    *("p", "li", "ul", "ol", "table", "tr", "td", "th", "dd", "dl", "dt"),
    *("caption", "blockquote", "pre", "br"),
}
BOLD = {"b", "strong"}
LISTS = {"ul", "ol"}
FOREIGN = "\ufffc"  # stands for each character of a word in another language
KEPT = 2_048
DEEPEST = 50  # tags within tags


@dataclass(frozen=True)
class Paragraph:
    """One line of rich text. `native` is as long as `text`: what is marked as being in another
    language is blotted out there.
    """

    text: str
    native: str
    listed: bool = False
    bold: bool = False
    linked: bool = False


@dataclass(frozen=True)
class Line:
    """A line that a reader reads, and the place where it stands."""

    place: Place
    role: str
    text: str
    native: str
    marked: bool = False
    """Whether it is rich text, in which words can be marked."""


@lru_cache(KEPT)
def paragraphs(html: str) -> tuple[Paragraph, ...]:
    """The lines of rich text; a line break in the source is a space, as in a browser."""
    done: list[Paragraph] = []
    open_tags: list[tuple[str, bool]] = []  # each with whether it begins another language
    runs: list[tuple[str, frozenset[str], bool]] = []

    def close() -> None:
        if found := paragraph(runs):
            done.append(found)
        runs.clear()

    for piece in PIECE.finditer(html):
        if words := piece["words"]:
            names = frozenset(tag for tag, _ in open_tags)
            foreign = any(other for _, other in open_tags)
            runs.append((unescape(words).replace("\n", " "), names, foreign))
            continue
        tag = piece["tag"].lower()
        if tag in EDGES:
            close()
        if piece["end"]:
            shut(open_tags, tag)
        elif tag not in VOID and len(open_tags) < DEEPEST:
            lang = LANG.search(piece["attributes"])
            open_tags.append((tag, lang is not None and not lang[1].lower().startswith("fr")))
    close()
    return tuple(done)


def shut(open_tags: list[tuple[str, bool]], tag: str) -> None:
    """Closes the innermost open tag of that name, and those left open in it."""
    for rank in reversed(range(len(open_tags))):
        if open_tags[rank][0] == tag:
            del open_tags[rank:]
            return


def paragraph(runs: list[tuple[str, frozenset[str], bool]]) -> Paragraph | None:
    """One line from its runs: words, the tags around them, whether they are foreign."""
    text = "".join(words for words, _, _ in runs)
    if not text.strip():
        return None
    native = "".join(FOREIGN * len(words) if other else words for words, _, other in runs)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    tags = [names for words, names, _ in runs if words.strip()]
    return Paragraph(
        text[start:end],
        native[start:end],
        listed=any(names & LISTS for names in tags),
        bold=all(names & BOLD for names in tags),
        linked=all("a" in names for names in tags),
    )


def lines(report: Reading) -> Iterator[Line]:
    """Every line, that of a fact whole, with its figure as typed."""
    for text in report.texts:
        if text.role != "fact":
            yield from lines_of(text)
    for fact in report.facts:
        parts = (fact.lead, fact.before, fact.figure.raw, fact.after)
        line = " ".join(filter(None, (part.strip() for part in parts)))
        yield Line(fact.place, "fact", line, line)


def runs(report: Reading) -> Iterator[Line]:
    """The words alone: those around the figure of a fact stand apart, for figures are typeset."""
    for text in report.texts:
        if text.role != "fact":
            yield from lines_of(text)
    for fact in report.facts:
        for words in (fact.lead, fact.before, fact.after):
            if words.strip():
                yield Line(fact.place, "fact", words, words)


def lines_of(text: Text) -> Iterator[Line]:
    """The lines of one text."""
    if text.html:
        for found in paragraphs(text.html):
            yield Line(text.place, text.role, found.text, found.native, marked=True)
    else:
        for line in filter(str.strip, text.text.split("\n")):
            yield Line(text.place, text.role, line, line)
