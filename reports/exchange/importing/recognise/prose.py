"""Recognises headings, quotations with their speakers, and callouts."""

import re

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from reports.exchange.importing.draft import Draft
from reports.exchange.importing.inline import (
    EMPHASIS,
    STRONG,
    cut_at_last_dash,
    html_of,
    is_block,
    only_link,
    prose_of,
    significant_nodes,
    words_of,
)
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.recognise.downloads import is_download, recognise_download

DASHES = ("—", "–", "---", "-- ")
MAX_NAME_CHARACTERS = 120
QUOTED = re.compile(r"[«“\"][^«»“”\"]+[»”\"]")
QUOTATION = re.compile(r"[«»“”\"]")
# « Tout est plus simple. » — Une usagère
SAID = re.compile(r"^(?:«[^«»]+»|“[^“”]+”|\"[^\"]+\")[\s.,]*[—–]\s*(?P<name>[^«»“”\"]{2,120})$")
# a line of its own, at the end of a paragraph
SIGNED = re.compile(r"(?:\n|\A)[ \t]*+(?:[—–]|--)[ \t\u00a0]*+(?=\S)")


def recognise_heading(element: Tag) -> Draft:
    """Return a heading with its level, which is at least 2: level 1 is the report's own title."""
    value = {
        "text": words_of(element),
        "level": str(max(int(element.name[1]), 2)),
        "anchor": str(element.get("id") or ""),
        "old_anchors": [],
    }
    return Draft("heading", line_of(element), value)


def recognise_quote(element: Tag) -> Draft:
    """Return a `<blockquote>` as a quote.

    The speaker is in a `<cite>` at the end or on the last line: after a dash, in italics, or below
    words in quotation marks.
    """
    nodes = significant_nodes(element.children)
    cites = [cite for cite in element.find_all("cite") if cite.find_parent("cite") is None]
    said_by = ""
    if cites and words_of(element).endswith(words_of(cites[-1])):
        said_by = words_of(cites[-1].extract())
    elif len(nodes) > 1 and (
        words_of(nodes[-1]).startswith(DASHES) or is_signature(nodes[:-1], nodes[-1])
    ):
        said_by = words_of(nodes[-1].extract())
    elif nodes:
        said_by = take_signature(nodes) or take_last_line(nodes)
        inner, is_one = list(element.children), not element.find(is_block)
        if len(nodes) == 1 and isinstance(nodes[0], Tag) and nodes[0].name == "p":
            inner, is_one = list(nodes[0].children), True
        if not said_by and is_one and (said := recognise_attributed_quote(inner, line_of(element))):
            return said
    value = {"text": prose_of(element.children), "attribution": said_by.lstrip(" —–-")}
    return Draft("quote", line_of(element), value)


def take_signature(nodes: list[PageElement]) -> str:
    """Remove the last line of a quotation that begins with a dash, and return its words.

    Several such lines are a dialogue, in which no speaker is recognised.
    """
    last = nodes[-1]
    inner = list(last.children) if isinstance(last, Tag) and last.name == "p" else nodes
    found = [
        (place, node, dash)
        for place, node in enumerate(inner)
        if isinstance(node, NavigableString)
        for dash in SIGNED.finditer(str(node))
        if dash[0].startswith("\n") or (place and is_line_break(inner[place - 1]))
    ]
    if len(found) != 1:
        return ""
    place, node, dash = found[0]
    said_by = words_of([NavigableString(str(node)[dash.end() :]), *inner[place + 1 :]])
    before = NavigableString(str(node)[: dash.start()])
    if len(said_by) > MAX_NAME_CHARACTERS or not words_of([*inner[:place], before]):
        return ""
    for each in inner[place + 1 :]:
        each.extract()
    node.replace_with(before)
    return said_by


def take_last_line(nodes: list[PageElement]) -> str:
    """Remove the last line of a quotation if it names the speaker, and return its words.

    The lines above must be in quotation marks, all in one paragraph.
    """
    last = nodes[-1]
    inner = list(last.children) if isinstance(last, Tag) and last.name == "p" else nodes
    if len(nodes) > 1 and inner is not nodes:
        return ""
    for place, node in reversed(list(enumerate(inner))):
        before, found, after = "", is_line_break(node), ""
        if isinstance(node, NavigableString):
            before, newline, after = str(node).rstrip().rpartition("\n")
            found = bool(newline and (before.strip() or place))
        if not found:
            continue
        signature = [NavigableString(after), *inner[place + 1 :]]
        quoted = words_of([*inner[:place], NavigableString(before)])
        if not QUOTED.fullmatch(quoted) or not is_name(words_of(signature)):
            return ""
        for each in inner[place + 1 :]:
            each.extract()
        node.replace_with(NavigableString(before))
        return words_of(signature)
    return ""


def is_name(words: str) -> bool:
    """Return whether a line may name a speaker: it is short, and not a sentence."""
    is_sentence = words.endswith((".", "!", "?", "…", ":", ";"))
    return 0 < len(words) <= MAX_NAME_CHARACTERS and not is_sentence and not QUOTATION.search(words)


def is_line_break(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name == "br"


def is_signature(quoted: list[PageElement], last: PageElement) -> bool:
    """Return whether the last paragraph of a quotation names the speaker.

    It is in italics; or the words above are in quotation marks, and it begins with emphasis, or is
    short and not a sentence.
    """
    if has_only_emphasis(last) and is_name(words_of(last)):
        return True
    if not QUOTED.fullmatch(words_of(quoted)) or not isinstance(last, Tag) or last.name != "p":
        return False
    first = next(iter(significant_nodes(last.children)), None)
    is_emphasised = isinstance(first, Tag) and first.name in (*STRONG, *EMPHASIS)
    words = words_of(last)
    return len(words) <= MAX_NAME_CHARACTERS if is_emphasised else is_name(words)


def has_only_emphasis(node: PageElement) -> bool:
    """Return whether a paragraph has only words in italics."""
    if not isinstance(node, Tag) or node.name != "p":
        return False
    inner = significant_nodes(node.children)
    return len(inner) == 1 and isinstance(inner[0], Tag) and inner[0].name in ("i", "em")


def recognise_attributed_quote(nodes: list[PageElement], line: int) -> Draft | None:
    """Return a quote from a line with a quotation, a dash and the speaker; None for other lines."""
    found = SAID.match(words_of(nodes))
    cut = cut_at_last_dash(nodes) if found else None
    if found is None or cut is None or words_of(cut[1]) != found["name"].strip():
        return None
    text = f"<p>{html_of(cut[0])}</p>"
    return Draft("quote", line, {"text": text, "attribution": words_of(cut[1])})


def recognise_callout(element: Tag) -> list[Draft]:
    """Return a box as a callout. A download in it becomes a block after the words before it."""
    drafts: list[Draft] = []
    title, line = "", line_of(element)
    title_tag = element.select_one(".fr-callout__title")
    if title_tag and words_of(element).startswith(words_of(title_tag)):
        title = words_of(title_tag.extract())
    run: list[PageElement] = []
    for node in [*element.children, None]:
        link = only_link([node]) if node is not None else None
        if node is not None and not (link and is_download(link)):
            run.append(node)
            continue
        if title or words_of(run):
            drafts.append(Draft("callout", line, {"title": title, "text": prose_of(run)}))
        title, run = "", []
        if link:
            line = line_of(link) or line
            drafts.append(recognise_download(link, line))
    return drafts
