"""Lists the lines of a report as they were typed, for rules on spelling and typography."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from reports.core.figures import parse
from reports.core.reading import Reading
from reports.core.reading.parts import Text
from reports.core.reading.place import Place
from reports.core.text.html_lines import is_skipped
from reports.core.text.rich_text import translate_raised_digits

PIECE = re.compile(r"<(?P<end>/?)(?P<tag>\w++)(?P<attributes>[^<>]*)>|(?P<words>[^<]+|<)")
VOID = ("br", "hr", "img")
EDGES = {
    *("p", "li", "ul", "ol", "table", "tr", "td", "th", "dd", "dl", "dt"),
    *("caption", "blockquote", "pre", "br"),
}
BOLD = {"b", "strong"}
LISTS = {"ul", "ol"}
SCRIPTS = {"sup", "sub"}
FOREIGN = "\ufffc"  # stands for each character of code and of words in another language
CACHE_SIZE = 2_048
MAX_DEPTH = 50  # tags within tags


@dataclass(frozen=True)
class Paragraph:
    """One line of rich text.

    `native` has the same length as `text`: code and words marked as another language are replaced
    by placeholders.
    """

    text: str
    native: str
    listed: bool = False
    bold: bool = False
    linked: bool = False


@dataclass(frozen=True)
class Line:
    """A line of words in a report, with its place; see `Paragraph` for `native`."""

    place: Place
    role: str
    text: str
    native: str
    marked: bool = False
    """Whether it is rich text, in which words can be marked."""

    @property
    def is_figure_cell(self) -> bool:
        """Return whether it is a cell that may be read as a number, which no fix touches."""
        if self.role != "cell":
            return False
        return parse(self.text).is_number or not any(map(str.isalpha, self.text))


@lru_cache(CACHE_SIZE)
def split_paragraphs(html: str) -> tuple[Paragraph, ...]:
    """Return the lines of rich text; a line break in the source is a space, as in a browser."""
    done: list[Paragraph] = []
    open_tags: list[tuple[str, bool]] = []  # each with whether it begins code or another language
    runs: list[tuple[str, frozenset[str], bool]] = []

    def close() -> None:
        if paragraph := build_paragraph(runs):
            done.append(paragraph)
        runs.clear()

    for piece in PIECE.finditer(html):
        if words := piece["words"]:
            names = frozenset(tag for tag, _ in open_tags)
            foreign = any(other for _, other in open_tags)
            shown = unescape(words).replace("\n", " ")
            for script in SCRIPTS & names:  # a raised digit is none of the number before it
                shown = translate_raised_digits(script, shown)
            runs.append((shown, names, foreign))
            continue
        tag = piece["tag"].lower()
        if tag in EDGES:
            close()
        if piece["end"]:
            close_tag(open_tags, tag)
        elif tag not in VOID and len(open_tags) < MAX_DEPTH:
            open_tags.append((tag, is_skipped(tag, piece["attributes"])))
    close()
    return tuple(done)


def close_tag(open_tags: list[tuple[str, bool]], tag: str) -> None:
    """Close the innermost open tag of that name, and those left open in it."""
    for rank in reversed(range(len(open_tags))):
        if open_tags[rank][0] == tag:
            del open_tags[rank:]
            return


def build_paragraph(runs: list[tuple[str, frozenset[str], bool]]) -> Paragraph | None:
    """Return one line from its runs: words, the tags around them, whether they are foreign."""
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


def iterate_lines(report: Reading) -> Iterator[Line]:
    """Yield every line, that of a fact whole, with its figure as typed."""
    yield from iterate_text_lines(report.texts)
    for fact in report.facts:
        parts = (fact.lead, fact.before, fact.figure.raw, fact.after)
        line = " ".join(filter(None, (part.strip() for part in parts)))
        yield Line(fact.place, "fact", line, line)


def iterate_runs(report: Reading) -> Iterator[Line]:
    """Yield the words alone. Those around the figure of a fact stand apart, as figures are
    typeset.
    """
    yield from iterate_text_lines(report.texts)
    for fact in report.facts:
        for words in (fact.lead, fact.before, fact.after):
            if words.strip():
                yield Line(fact.place, "fact", words, words)


def iterate_text_lines(texts: Iterable[Text]) -> Iterator[Line]:
    """Yield the lines of all texts but facts."""
    for text in texts:
        if text.html:
            for paragraph in split_paragraphs(text.html):
                yield Line(text.place, text.role, paragraph.text, paragraph.native, marked=True)
        elif text.role != "fact":
            for line in filter(str.strip, text.text.split("\n")):
                yield Line(text.place, text.role, line, line)
