"""The limits of a paste. Content beyond one is refused at once, not after half a minute.

Reading takes a quarter of a millisecond per element. Removing an element from its parent looks at
all its siblings, so that their number is limited too.
"""

import re
from collections.abc import Sequence

from bs4 import BeautifulSoup, Tag

from reports.core.document.table import MAX_COLUMNS, MAX_ROWS, Table
from reports.core.refusal import Refusal
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import TooDeep
from reports.exchange.importing.recognise.parsed_table import read_span

MAX_CLIPBOARD_CHARACTERS = 5_000_000  # characters, pictures included
MAX_TEXT_CHARACTERS = 500_000  # of these, without pictures and styles
MAX_LINES = 10_000  # of plain text, or of preformatted text
MAX_ELEMENTS = 30_000  # a document of a hundred pages has 25,000
MAX_TAGS = 4 * MAX_ELEMENTS  # with their ends and with comments, of which Word writes many
MAX_SIBLINGS = 10_000  # texts between elements included
MAX_CELLS = 2 * MAX_ROWS * MAX_COLUMNS  # of one table, those that are spanned included
MAX_BLOCKS = 300
MAX_NESTING = 100  # elements within each other

OPENING = re.compile(r"<[a-z]", re.IGNORECASE)
PART = "copiez une partie à la fois, ou importez le document entier depuis l’accueil."
TOO_LARGE = f"C’est trop pour être collé d’un coup (plus de {{}}). Rien n’a changé : {PART}"
TOO_MANY = f"Il y a trop de mise en forme pour être collé d’un coup. Rien n’a changé : {PART}"
TOO_WIDE = (
    "Un tableau a {} lignes et {} colonnes : un bloc en prend 1\u202f000 et 30 au plus. Rien n’a "
    "changé : copiez une partie à la fois."
)


def refuse_large(html: str, text: str) -> None:
    """Refuse content that would take too long to read, before reading it."""
    if len(html) + len(text) > MAX_CLIPBOARD_CHARACTERS:
        raise Refusal(TOO_LARGE.format("5 Mo"))
    if html.strip():
        if html.count("<") > MAX_TAGS or len(OPENING.findall(html)) > MAX_ELEMENTS:
            raise Refusal(TOO_MANY)
        return
    refuse_long(text)
    if text.count("\n") > MAX_LINES:
        raise Refusal(TOO_LARGE.format("10\u202f000 lignes"))
    if text.count("\t") > MAX_ELEMENTS or text.count("<") > MAX_TAGS:
        raise Refusal(TOO_MANY)


def refuse_long(text: str) -> None:
    if len(text) > MAX_TEXT_CHARACTERS:
        raise Refusal(TOO_LARGE.format("500\u202f000 caractères de texte"))


def refuse_deep(soup: BeautifulSoup) -> None:
    """Refuse elements nested deeper, or with more children, than in any document."""
    depths = {id(soup): 0}
    for node in soup.descendants:
        if not isinstance(node, Tag):
            continue
        depths[id(node)] = depth = depths[id(node.parent)] + 1
        if depth > MAX_NESTING:
            raise TooDeep(0)
        if len(node.contents) > MAX_SIBLINGS:
            raise Refusal(TOO_MANY)
        if node.name == "pre" and node.get_text().count("\n") > MAX_LINES:
            raise Refusal(TOO_LARGE.format("10\u202f000 lignes"))


def refuse_spans(soup: BeautifulSoup) -> None:
    """Refuse tables whose cells span more than a block can have: an attribute may say millions."""
    for table in soup.find_all("table"):
        cells = table.find_all(["td", "th"])
        if (
            sum(read_span(cell, "colspan") * read_span(cell, "rowspan") for cell in cells)
            > MAX_CELLS
        ):
            raise Refusal(TOO_MANY)


def refuse_drafts(drafts: Sequence[Draft]) -> None:
    """Refuse blocks that could be inserted but not saved."""
    if len(drafts) > MAX_BLOCKS:
        raise Refusal(TOO_LARGE.format(f"{MAX_BLOCKS} blocs"))
    for draft in drafts:
        for table in draft.value.values():
            if not isinstance(table, Table):
                continue
            if len(table.rows) > MAX_ROWS or len(table.columns) > MAX_COLUMNS:
                raise Refusal(TOO_WIDE.format(len(table.rows), len(table.columns)))
