"""One tree for Markdown and raw HTML alike, whose elements know their line in the file."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Any

from bs4 import BeautifulSoup, Comment, Tag
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reports.addresses import is_safe
from reports.importing import rows
from reports.importing.findings import Notice
from reports.importing.source import Source

LINE = "data-line"
OPENING = re.compile(r"<([a-zA-Z][\w-]*)(?=[\s/>])")
# kramdown's own attribute lists, {: .class #id} and {#id}: not words that a reader sees.
ATTRIBUTES = re.compile(r"^[ \t]*\{:[^}\n]*\}[ \t]*$|[ \t]*\{(?::|#)[^}\n]*\}", re.MULTILINE)
IDENTIFIER = re.compile(r"\{:?[^}\n]*#([\w.-]+)[^}\n]*\}")
ATX_HEADING = re.compile(r"^ {0,3}#{1,6}\s")
MARKDOWN_INSIDE = re.compile(r"^\s*<\w+\b[^>]*\bmarkdown=[\"']?1\b")
MARK = re.compile(r" data-line=\"\d+\"")
LIQUID = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
OPTIONAL_END = {"li", "p", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot"}
# The DSFR's own buttons operate the page, they are not its words; a file's size is computed.
CONTROLS = (
    ".fr-transcription__btn, .fr-btn--fullscreen, .fr-btn--close, .fr-btn--tooltip, "
    ".fr-link__detail"
)
DEEPEST = 400  # beyond, the parser would drop words in silence
DANGEROUS = ("script", "iframe", "object", "embed", "style")


def tree(source: Source) -> tuple[BeautifulSoup, list[Notice]]:
    """The tree of a report's body, and what was noticed while it was parsed."""
    numbered = list(enumerate(source.text.split("\n"), source.first_line))
    named = identifiers(numbered)
    lines, notices = rows.mend(plain_markdown(numbered))
    numbers = [number for number, _ in lines] + [source.first_line + len(numbered)]
    markdown = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
    markdown.enable(["table", "strikethrough"])
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # see `neutralise`
    tokens = markdown.parse("\n".join(text for _, text in lines))
    mark(tokens, numbers)
    html = markdown.renderer.render(tokens, markdown.options, {})
    soup = BeautifulSoup(html, "lxml")
    unmark(soup)
    for heading in soup.find_all(re.compile("^h[1-6]$")):
        if line_of(heading) in named and not heading.get("id"):
            heading["id"] = named[line_of(heading)]
    notices += unclosed(tokens, numbers) + liquid(lines) + neutralise(soup)
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for control in soup.select(CONTROLS):
        control.replace_with(" ")
    return soup, notices


def identifiers(lines: Sequence[rows.Line]) -> dict[int, str]:
    """Ids that kramdown gives to headings, by the heading's line: on it, or on the next."""
    found: dict[int, str] = {}
    heading = 0
    for number, text in lines:
        given = IDENTIFIER.search(text)
        if ATX_HEADING.match(text):
            heading = number
        elif not ATTRIBUTES.fullmatch(text):
            heading = 0
        if heading and given:
            found[heading] = given[1]
    return found


def plain_markdown(lines: Sequence[rows.Line]) -> list[rows.Line]:
    """Without kramdown's attribute lists; Markdown inside of HTML stands apart from its tag."""
    found: list[rows.Line] = []
    for number, text in lines:
        found.append((number, ATTRIBUTES.sub("", text)))
        if MARKDOWN_INSIDE.match(text):
            found.append((number, ""))
    return found


def unmark(soup: BeautifulSoup) -> None:
    """Takes our mark out of places where what looks like a tag is none: values, text."""
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            if isinstance(value, str) and LINE in value:
                tag[name] = MARK.sub("", value)
    for text in soup.find_all(string=re.compile(LINE)):
        text.replace_with(MARK.sub("", str(text)))


def mark(tokens: Sequence[Token], numbers: list[int]) -> None:
    """Writes the line in the file on every opening tag, in raw HTML too."""
    for token in tokens:
        if token.map is None:
            continue
        first = numbers[min(token.map[0], len(numbers) - 1)]
        if token.type == "html_block":
            token.content = "\n".join(
                OPENING.sub(rf'<\1 {LINE}="{numbers[min(n, len(numbers) - 1)]}"', text)
                for n, text in enumerate(token.content.split("\n"), token.map[0])
            )
        elif token.nesting == 1 or token.type == "hr":
            token.attrSet(LINE, str(first))


class Balance(HTMLParser):
    """Finds the elements of raw HTML that are opened and never closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, int]] = []
        self.line = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in VOID | OPTIONAL_END:
            self.line = int(dict(attrs).get(LINE) or self.line)
            self.open.append((tag, self.line))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place][0] == tag:
                del self.open[place]
                return


def unclosed(tokens: Sequence[Token], numbers: list[int]) -> list[Notice]:
    balance = Balance()
    for token in tokens:
        if token.type == "html_block":
            balance.feed(token.content)
        for child in token.children or ():
            if child.type == "html_inline" and token.map:
                balance.line = numbers[min(token.map[0], len(numbers) - 1)]
                balance.feed(child.content)
    notices = [Notice(line, f"balise <{tag}> jamais fermée.") for tag, line in balance.open]
    for token in tokens:
        opened = token.type == "html_block" and "<!--" in token.content
        if opened and token.map and "-->" not in token.content:
            line = numbers[min(token.map[0], len(numbers) - 1)]
            notices.append(Notice(line, "commentaire <!-- jamais fermé."))
    return notices


def liquid(lines: list[rows.Line]) -> list[Notice]:
    return [
        Notice(number, "code de gabarit Jekyll gardé comme du texte.")
        for number, text in lines
        if LIQUID.search(text)
    ]


def neutralise(soup: BeautifulSoup) -> list[Notice]:
    """Removes what acts: scripts, event handlers, `javascript:` links. Says so, line by line."""
    notices = []
    for tag in soup.find_all(DANGEROUS):
        notices.append(Notice(line_of(tag), f"<{tag.name}> retiré."))
        tag.decompose()
    for tag in soup.find_all(True):
        for name in [name for name in tag.attrs if name.lower().startswith("on")]:
            notices.append(Notice(line_of(tag), f"attribut {name} retiré."))
            del tag[name]
        for name in ("href", "src"):
            if not is_safe(str(tag.get(name) or "")):
                notices.append(Notice(line_of(tag), "lien exécutable neutralisé."))
                del tag[name]
    return notices


def line_of(element: Any) -> int:
    """The line in the file of an element, or of the nearest one above or before it."""
    for candidate in [element, *element.parents]:
        if isinstance(candidate, Tag) and candidate.get(LINE):
            return int(str(candidate[LINE]))
    before = element.find_previous(attrs={LINE: True})
    return int(before[LINE]) if before else 0
