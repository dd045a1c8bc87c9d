"""What a reader of the file sees, read from its text alone, however its elements nest.

Nothing is known here of the importer's tree. The HTML that another Markdown library (mistune) makes
is read from left to right, and all that is not strictly a tag, a comment or the label of a control
is words. A tag that is missing can then hide none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

import mistune

from reports.importing.elements import CONTROLS, DANGEROUS, FLAGS, KNOWN, PHRASING, VOID, is_label
from reports.importing.markup import ATTRIBUTES
from reports.importing.rows import DELIMITER
from reports.text.rich_text import SCRIPTS, translate_raised_digits
from reports.text.words import split_words

VALUE = r"\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'=<>`]++"
TOKEN = re.compile(
    r"<!--(?:(?!<!--|-->).)*+-->"
    rf"|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)"
    rf"(?P<attributes>(?:\s++[^\s\"'<>/=]++(?:\s*+=\s*+(?:{VALUE}))?)*+)\s*+/?>",
    re.DOTALL,
)
ATTRIBUTE = re.compile(rf"\s([^\s\"'<>/=]+)(?:\s*=\s*({VALUE}))?")
ACTIVE = re.compile(
    rf"<({'|'.join(DANGEROUS)})\b[^<>]*>(?:(?!<\1\b).)*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
SPACE = re.compile(r"[ \t\r\n\f]+")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
TAG_LIKE = re.compile(r"</?[a-zA-Z]")


class Renderer(mistune.HTMLRenderer):
    """Writes HTML that is indented as HTML: Jekyll's Markdown would not take it for code."""

    def block_code(self, code: str, info: str | None = None) -> str:
        if info is None and TAG_LIKE.search(code):
            return f"\n\n{code}\n"
        return super().block_code(code, info)


RENDER = mistune.create_markdown(
    renderer=Renderer(escape=False), plugins=["table", "strikethrough"]
)


@dataclass(frozen=True)
class Tag:
    """A tag as it is written: its name, whether it ends an element, its attributes."""

    name: str
    is_end: bool
    attributes: dict[str, str]

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def is_control(self) -> bool:
        return not self.is_end and not self.classes.isdisjoint(CONTROLS)

    @property
    def parts_words(self) -> bool:
        return self.name not in PHRASING or self.name == "br"


Token = str | Tag


def visible_words(text: str, title: str) -> list[str]:
    """Return the words that a reader of the rendered page sees, its title first."""
    lines = [line.replace("+", "|") if DELIMITER.match(line) else line for line in text.split("\n")]
    html = str(RENDER(ATTRIBUTES.sub("", "\n".join(lines))))
    return split_words(title) + split_words(visible_text(list(tokenise(ACTIVE.sub(" ", html)))))


def tokenise(html: str) -> Iterator[Token]:
    """Yield the tags of HTML and the text between them; comments are left out."""
    start = 0
    for match in TOKEN.finditer(html):
        tag = read_tag(match)
        if match["name"] and tag is None:
            continue
        if match.start() > start:
            yield unescape(html[start : match.start()])
        start = match.end()
        if tag is not None:
            yield tag
    yield unescape(html[start:])


def read_tag(match: re.Match[str]) -> Tag | None:
    """Return the tag; None for angle brackets around words, which a reader is meant to see."""
    name = (match["name"] or "").lower()
    attributes: dict[str, str] = {}
    for key, value in ATTRIBUTE.findall(match["attributes"] or ""):
        key = key.lower()
        if not value and key not in FLAGS and not key.startswith(("data-", "aria-")):
            return None
        attributes.setdefault(key, unescape(value.strip("\"'")))
    if name not in KNOWN or (match["end"] and attributes):
        return None
    return Tag(name, bool(match["end"]), attributes)


def visible_text(tokens: Sequence[Token]) -> str:
    """Return the text of tokens, without labels of controls and titles that are repeated."""
    captions, titles = titles_of(tokens)
    parts: list[str] = []
    script, place = "", 0
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if isinstance(token, str):
            parts.append(translate_raised_digits(script, token) if script else token)
            continue
        if token.parts_words:
            script = ""
            parts.append(" ")
        if token.name in SCRIPTS:
            script = "" if token.is_end else token.name
        elif token.name == "img" and not token.is_end:
            parts.append(image_text(token, captions | set(titles.values())))
        elif token.is_control:
            parts.append(" ")
            place = after_label(tokens, place, token.name)
        elif titles.get(place - 1) in captions:
            place = end_of_line(tokens, place, token.name)
    return "".join(parts)


def titles_of(tokens: Sequence[Token]) -> tuple[set[str], dict[int, str]]:
    """Return the captions, and the titles of transcriptions by their place."""
    captions: set[str] = set()
    titles: dict[int, str] = {}
    transcribed = False
    for place, token in enumerate(tokens):
        if isinstance(token, str) or token.is_end:
            continue
        transcribed = transcribed or "fr-transcription" in token.classes
        if token.name == "figcaption" or (transcribed and "fr-modal__title" in token.classes):
            end = end_of_line(tokens, place + 1, token.name)
            text = "".join(part for part in tokens[place + 1 : end] if isinstance(part, str))
            text = SPACE.sub(" ", BLANK_LINE.split(text.strip())[0]).strip()
            if token.name == "figcaption":
                captions.add(text)
            else:
                titles[place] = text
    return captions, titles


def end_of_line(tokens: Sequence[Token], place: int, name: str) -> int:
    """Return the place of the tag that ends a run of words in an element called `name`."""
    while place < len(tokens):
        token = tokens[place]
        if isinstance(token, Tag) and (token.name not in PHRASING or token.name == name):
            break
        place += 1
    return place


def after_label(tokens: Sequence[Token], place: int, name: str) -> int:
    """Return the place after the label of a control; `place` where its words may be more."""
    text, depth = "", 0
    for end in range(place, len(tokens)):
        token = tokens[end]
        if isinstance(token, str):
            text += token
            continue
        if token.is_end and token.name == name and not depth:
            return end + 1
        if token.name not in PHRASING or token.is_control or (token.is_end and not depth):
            return end if is_label(text) else place
        if token.name not in VOID:
            depth += -1 if token.is_end else 1
    return len(tokens) if is_label(text) else place


def image_text(image: Tag, repeated: set[str]) -> str:
    """Return the alternative of an image, and its title unless it is said elsewhere."""
    title = image.attributes.get("title", "").strip()
    return f"{image.attributes.get('alt', '')} {'' if title in repeated else title}"
