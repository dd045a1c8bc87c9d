"""Takes the content of `<main>` or `<article>` from a web page, and names what is left out.

The text keeps the line numbers of the file. All of it must stay raw HTML: blank lines, after which
Markdown would begin, are filled with a comment.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from reports.core.refusal import Refusal
from reports.core.text.words import split_words
from reports.exchange.importing.findings import Notice

PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
MARKDOWN = re.compile(r"^#{1,6}\s++\S", re.MULTILINE)
TAG = re.compile(
    r"<!--(?:(?!<!--|-->).)*+-->"
    r"|<(/?)([a-zA-Z][a-zA-Z0-9-]*+)((?:\"[^\"<]*+\"|'[^'<]*+'|[^\"'<>])*+)>",
    re.DOTALL,
)
SILENT = re.compile(
    r"<(script|style|noscript|template)\b[^<>]*+>(?:(?!<\1\b).)*?</\1\s*+>",
    re.DOTALL | re.IGNORECASE,
)
COMMENT = re.compile(r"<!--(?:(?!<!--|-->).)*+-->", re.DOTALL)
DECLARATION = re.compile(r"<[!?][^<>]*>")
TITLE = re.compile(r"<title\b[^<>]*+>((?:(?!<title\b).)*?)</title\s*+>", re.DOTALL | re.IGNORECASE)
END_OF_HEAD = re.compile(r"</head\s*+>|<(?:body|html)\b[^<>]*+>", re.IGNORECASE)
END_OF_BODY = re.compile(r"</(?:body|html)\s*+>", re.IGNORECASE)
STYLE = re.compile(r"<style\b[^<>]*+>((?:(?!<style\b).)*?)</style\s*+>", re.DOTALL | re.IGNORECASE)
HEADING = re.compile(r"<h([1-6])\b[^<>]*+>((?:(?!</?h[1-6]\b).)*+)</h\1\s*+>", re.DOTALL | re.I)
LANGUAGE = re.compile(r"<html\b[^<>]*?\blang=[\"']?([a-zA-Z]{2})\b", re.IGNORECASE)
BLANK = re.compile(r"^[ \t]*$", re.MULTILINE)
LEFT_OUT = ("nav", "footer", "header", "aside")
MENUS = ("nav", "footer")
NO_MAIN = (
    "{}, ligne {} : cette page web n’a ni <main> ni <article>, et son <body> a des menus (<{}>). "
    "Gardez-en seulement le contenu du bilan, ou importez le fichier dont elle est faite."
)
BLANK_COMMENT = "<!-- -->"


@dataclass(frozen=True)
class WebPage:
    """The content of a web page as HTML, with its first line, title, language and styles."""

    text: str
    first_line: int
    title: str
    language: str
    styles: str
    notices: list[Notice] = field(default_factory=list)


def is_page(text: str) -> bool:
    """Return whether a file is a web page, and not Markdown that contains one."""
    return PAGE.search(text) is not None and MARKDOWN.search(text) is None


def read_page(name: str, text: str) -> WebPage:
    """Return the part of a page that is the report. Raises `Refusal` if there is none."""
    whole = DECLARATION.sub(keep_lines, SILENT.sub(keep_lines, COMMENT.sub(keep_lines, text)))
    start, end, element = choose_part(name, whole)
    inner, left_out = blank_menus(whole[start:end])
    line = whole.count("\n", 0, start) + 1
    title = TITLE.search(text)
    language = LANGUAGE.search(text)
    rest = [*list_elements(whole[:start]), *left_out, *list_elements(whole[end:])]
    if other := count_others(TITLE.sub(" ", whole[:start]), whole[end:]):
        rest.append(f"{other} mot{'s' if other > 1 else ''} ailleurs")
    notices = [Notice(line, describe_rest(element, rest))] if rest else []
    return WebPage(
        f"<div>{BLANK.sub(BLANK_COMMENT, inner)}</div>",
        line,
        " ".join(unescape(title[1]).split()) if title else "",
        language[1].lower() if language else "",
        "\n".join(STYLE.findall(text)),
        notices,
    )


def find_heading(html: str) -> str:
    """Return the words of the first `<h1>`, or of the first heading if there is no `<h1>`."""
    headings = [(found[1], found[2]) for found in HEADING.finditer(html)]
    first = next((words for level, words in headings if level == "1"), "")
    words = first or (headings[0][1] if headings else "")
    return " ".join(unescape(TAG.sub(" ", words)).split())


def keep_lines(match: re.Match[str]) -> str:
    """Return the line breaks of a match, and nothing else."""
    return "\n" * match[0].count("\n")


def choose_part(name: str, text: str) -> tuple[int, int, str]:
    """Return where the content of the report is in a page, and in which element."""
    for element in ("main", "article", "body"):
        spans = find_elements(text, element)
        if element == "article" and len(spans) > 1:
            continue
        if element == "body" and spans:
            for menu in MENUS:
                if found := find_elements(text, menu):
                    line = text.count("\n", 0, found[0][0]) + 1
                    raise Refusal(NO_MAIN.format(name, line, menu))
        if spans:
            return (*spans[0], element)
    heads = [match.end() for match in END_OF_HEAD.finditer(text)]
    foot = END_OF_BODY.search(text)
    return max(heads, default=0), (foot.start() if foot else len(text)), "body"


def find_elements(text: str, name: str) -> list[tuple[int, int]]:
    """Return the start and end of the content of each outermost element of a name.

    The footer of a quotation, which names the speaker, does not count.
    """
    spans: list[tuple[int, int]] = []
    depth = start = quotes = 0
    for tag in TAG.finditer(text):
        found = (tag[2] or "").lower()
        if found == "blockquote":
            quotes = max(0, quotes + (-1 if tag[1] else 1))
        if found != name or (found == "footer" and quotes):
            continue
        if not tag[1]:
            depth += 1
            start = tag.end() if depth == 1 else start
        elif depth:
            depth -= 1
            if not depth:
                spans.append((start, tag.start()))
    if depth:
        spans.append((start, len(text)))
    return spans


def blank_menus(html: str) -> tuple[str, list[str]]:
    """Return HTML without its menus, and a description of each."""
    left_out = []
    for name in MENUS:
        for start, end in reversed(find_elements(html, name)):
            left_out.append(describe(name, html[start:end]))
            before = html.rfind("<", 0, start)
            after = html.find(">", end) + 1 or len(html)
            html = html[:before] + "\n" * html.count("\n", before, after) + html[after:]
    return html, left_out


def list_elements(html: str) -> list[str]:
    """Return a description of each menu, header and footer outside the report."""
    return [
        describe(name, html[start:end])
        for name in LEFT_OUT
        for start, end in find_elements(html, name)
    ]


def count_others(*pieces: str) -> int:
    """Return how many words are outside the report, its menus, headers and footers."""
    count = 0
    for html in pieces:
        for name in LEFT_OUT:
            for start, end in reversed(find_elements(html, name)):
                html = html[:start] + html[end:]
        count += count_words(html)
    return count


def count_words(html: str) -> int:
    return len(split_words(unescape(TAG.sub(" ", html))))


def describe(name: str, html: str) -> str:
    count = count_words(html)
    return f"<{name}> ({count} mot{'s' if count > 1 else ''})"


def describe_rest(element: str, rest: list[str]) -> str:
    taken = f"page web : seul le contenu de <{element}> est pris"
    return f"{taken} ; laissés de côté : {', '.join(rest)}." if rest else f"{taken}."
