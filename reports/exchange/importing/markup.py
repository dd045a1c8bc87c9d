"""Parses Markdown and raw HTML into one tree, whose elements know their line in the file."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from reports.core.refusal import Refusal
from reports.core.text.addresses import is_safe
from reports.core.text.html_elements import MAX_DEPTH
from reports.exchange.importing import hints, rows
from reports.exchange.importing.comments.comment import BlockComment
from reports.exchange.importing.comments.markers import place_markers
from reports.exchange.importing.components import simplify_components
from reports.exchange.importing.components.nodes import replace_with_space
from reports.exchange.importing.elements import CONTROLS, DANGEROUS, PAGE, PHRASING, is_label
from reports.exchange.importing.events import Event, read_events, write_back
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.layout import Layout, flatten_html
from reports.exchange.importing.line_marks import LINE, line_of
from reports.exchange.importing.notes import definitions
from reports.exchange.importing.notes.linked import take_linked_notes
from reports.exchange.importing.notes.marks import Definition, unwrap_others
from reports.exchange.importing.notes.raw_marks import name_comment_marks, name_raw_marks
from reports.exchange.importing.office_html import simplify_office
from reports.exchange.importing.repair import Repair
from reports.exchange.importing.source import Source

# kramdown's own attribute lists, {: .class #id} and {#id}: not words that a reader sees.
ATTRIBUTES = re.compile(
    r"^[ \t]*+\{:[^{}\n]*+\}[ \t]*+$|(?<![ \t])[ \t]*+\{[:#][^{}\n]*+\}", re.MULTILINE
)
BRACES = re.compile(r"\{[^{}\n]*+\}")
IDENTIFIER = re.compile(r"#([\w.-]++)")
UNSPACED = re.compile(r"^ {0,3}(#{2,6})(?=[\w«“*\[])")
ATX_HEADING = re.compile(r"^ {0,3}#{1,6}\s")
MARKDOWN_INSIDE = re.compile(r"^\s*<\w+\b[^>]*\bmarkdown=[\"']?1\b")
LIQUID = re.compile(r"\{%(?:[^%{]|%(?!\})|\{(?!%))*+%\}|\{\{(?:[^{}]|\}(?!\})|\{(?!\{))*+\}\}")
CLOSING = re.compile(r"\{[%{][%<-]?\s*(?:/|end[a-z])")  # the other half of what was told above
SILENT_COMMENTS = ("[if", "<![endif", "more")  # for browsers of old, and for blogs
MAX_COMMENT_CHARACTERS = 80
LEAVES = ("hr", "fence", "code_block")  # Markdown blocks without blocks in them
WEB_PAGE = (
    "<{}> : ce fichier est une page web entière, avec ses menus et son pied de page. "
    "Gardez-en seulement le contenu du bilan (ce que contient <main>), ou importez le fichier "
    "Markdown dont elle est faite."
)


@dataclass(frozen=True)
class ParsedFile:
    """The tree of a report's body, with warnings about repairs and about damage."""

    soup: BeautifulSoup
    notices: list[Notice]
    damage: list[Notice]
    comments: list[BlockComment]
    """The comments of an exported report, in order; elements in the tree mark their places."""
    definitions: list[Definition] = field(default_factory=list)
    """The notes that marks in the tree call, and those that none calls."""


def build_tree(source: Source, calls: Iterable[str] = ()) -> ParsedFile:
    """Parse a report's body. Raises `Refusal` for a web page and for a damaged comment.

    `calls` are the labels and ids of notes that are defined outside this text.
    """
    numbered = list(enumerate(source.text.split("\n"), source.first_line))
    numbered, written = definitions.take_definitions(numbered)
    labels = {**{label: label for label in calls}, **definitions.map_labels(written)}
    parsed = build_marked_tree(source, numbered, labels)
    parsed.notices.extend(definitions.find_dead_marks(numbered, labels))
    for note in written:
        text = replace(source, text=note.text, first_line=note.line)
        lines = list(enumerate(note.text.split("\n"), note.line))
        below = build_marked_tree(text, lines, labels)
        nodes = list(below.soup.body.children) if below.soup.body else []
        parsed.definitions.append(Definition(note.id, nodes, note.line))
        parsed.notices.extend(below.notices)
        parsed.damage.extend(below.damage)
    taken = {note.id for note in written}
    parsed.definitions.extend(take_linked_notes(parsed.soup, taken))
    unwrap_others(parsed.soup, {*calls, *(note.id for note in parsed.definitions)})
    return parsed


def build_marked_tree(
    source: Source, numbered: Sequence[rows.Line], labels: Mapping[str, str]
) -> ParsedFile:
    """Parse lines in which `[^label]` calls a note; `labels` gives the ids of notes by label."""
    named = list_identifiers(numbered)
    spaced, notices = mend_headings(plain_markdown(hints.frame_hints(numbered)))
    lines, more = rows.mend_rows(flatten_html(spaced))
    notices += more
    numbers = [number for number, _ in lines] + [source.first_line + len(numbered)]
    markdown = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_DEPTH})
    markdown.enable(["table", "strikethrough"]).use(deflist_plugin)
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # see `neutralise`
    definitions.read_marks(markdown)
    env = {definitions.LABELS: labels}
    tokens = markdown.parse("\n".join(text for _, text in lines), env)
    mark_lines(tokens, numbers)
    name_raw_marks(tokens, labels)
    comments = [
        name_comment_marks(comment, labels)
        for comment in place_markers(tokens, numbers, source.name, LINE)
    ]
    tokens, repair = mend_markup(tokens, numbers, Layout(numbered), source.name)
    html = markdown.renderer.render(tokens, markdown.options, env)
    soup = BeautifulSoup(html, "lxml")
    refuse_footers(soup, source.name)
    for heading in soup.find_all(re.compile("^h[1-6]$")):
        if line_of(heading) in named and not heading.get("id"):
            heading["id"] = named[line_of(heading)]
    simplify_office(soup, source.styles)
    simplify_components(soup)
    notices += repair.notices + find_templates(lines) + neutralise(soup)
    notices += find_comments(repair.events)
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for control in soup.find_all(is_control):
        remove_label(control)
    return ParsedFile(soup, notices, repair.damage, comments)


def find_comments(events: Sequence[Event]) -> list[Notice]:
    """Return notices about HTML comments with words, which no reader sees."""
    notices = []
    for event in events:
        words = " ".join(event.text.removeprefix("<!--").removesuffix("-->").split())
        if event.kind == "comment" and words and not words.startswith(SILENT_COMMENTS):
            message = f"commentaire laissé de côté : « {words[:MAX_COMMENT_CHARACTERS]} »"
            notices.append(Notice(event.line, message))
    return notices


def is_control(tag: Tag) -> bool:
    return not CONTROLS.isdisjoint(tag.get_attribute_list("class"))


def remove_label(control: Tag) -> None:
    """Remove the label of a control, and keep everything else that is in it."""
    block = control.find(lambda tag: tag.name not in PHRASING)
    if block is None:
        replace_with_space(control)
        return
    before = itertools.takewhile(lambda node: node is not block, list(control.descendants))
    texts = [node for node in before if isinstance(node, NavigableString)]
    if is_label("".join(texts)):
        for text in texts:
            text.extract()
    control.unwrap()


def list_identifiers(lines: Sequence[rows.Line]) -> dict[int, str]:
    """Return the ids that kramdown gives to headings, by line: on that line, or on the next."""
    identifiers: dict[int, str] = {}
    heading = 0
    for number, text in lines:
        given = identifier(text)
        if ATX_HEADING.match(text):
            heading = number
        elif not ATTRIBUTES.fullmatch(text):
            heading = 0
        if heading and given:
            identifiers[heading] = given
    return identifiers


def identifier(text: str) -> str:
    """Return the last id in the first attribute list that has one."""
    listed = (IDENTIFIER.findall(braces) for braces in BRACES.findall(text))
    return next((ids[-1] for ids in listed if ids), "")


def plain_markdown(lines: Sequence[rows.Line]) -> list[rows.Line]:
    """Remove kramdown's attribute lists, and separate Markdown in HTML from its tag."""
    plain_lines: list[rows.Line] = []
    for number, text in lines:
        plain_lines.append((number, ATTRIBUTES.sub("", text)))
        if MARKDOWN_INSIDE.match(text):
            plain_lines.append((number, ""))
    return plain_lines


def mend_headings(lines: Sequence[rows.Line]) -> tuple[list[rows.Line], list[Notice]]:
    """Put the space that is missing after the signs of a heading: « ##Nos résultats »."""
    mended, notices = [], []
    for number, text in lines:
        if found := UNSPACED.match(text):
            text = f"{found[1]} {text[found.end() :]}"
            notices.append(Notice(number, "titre sans espace après les # : lu comme un titre."))
        mended.append((number, text))
    return mended, notices


def mark_lines(tokens: Sequence[Token], numbers: list[int]) -> None:
    """Write the line in the file on every opening tag that Markdown makes, and on code."""
    for token in tokens:
        if token.map is not None and (token.nesting == 1 or token.type in LEAVES):
            token.attrSet(LINE, str(numbers[min(token.map[0], len(numbers) - 1)]))


def mend_markup(
    tokens: list[Token], numbers: list[int], layout: Layout, name: str
) -> tuple[list[Token], Repair]:
    """Return tokens whose raw HTML has all its end tags, and the repairs; refuse a web page."""
    last = [len(numbers) - 1] * 2
    tokens = [*tokens, Token("html_block", "", 0, map=last)]  # for what ends with the file
    events = read_events(tokens, numbers, layout)
    flat = [event for group in events for event in group]
    for event in flat:
        if event.kind in ("open", "close", "void", "broken") and event.name.lower() in PAGE:
            raise Refusal(f"{name}, ligne {event.line} : {WEB_PAGE.format(event.name)}")
    repair = Repair(flat, layout)
    repair.run()
    return write_back(tokens, events, LINE), repair


def refuse_footers(soup: BeautifulSoup, name: str) -> None:
    """Refuse the footer of a web page. In a quotation, a footer names the speaker."""
    for footer in soup.find_all("footer"):
        if footer.find_parent("blockquote") is None:
            raise Refusal(f"{name}, ligne {line_of(footer)} : {WEB_PAGE.format(footer.name)}")


def find_templates(lines: list[rows.Line]) -> list[Notice]:
    return [
        Notice(number, "code de gabarit (Jekyll, Hugo, GitBook) gardé comme du texte.")
        for number, text in lines
        if any(not CLOSING.match(code) for code in LIQUID.findall(text))
    ]


def neutralise(soup: BeautifulSoup) -> list[Notice]:
    """Remove scripts, event handlers and `javascript:` links, with a notice for each."""
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
