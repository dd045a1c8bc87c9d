"""Turns the HTML of a clipboard into that of a report file: one block per line, nothing hidden."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString

from reports.exchange.importing.clipboard.bounds import refuse_deep, refuse_spans
from reports.exchange.importing.clipboard.hidden_columns import remove_hidden_columns
from reports.exchange.importing.clipboard.inner_pictures import PictureTaker
from reports.exchange.importing.clipboard.invisible import remove_invisible
from reports.exchange.importing.clipboard.layout_tables import unfold_layout_tables
from reports.exchange.importing.clipboard.links import unwrap_dead_links
from reports.exchange.importing.inline import BLOCKS
from reports.exchange.importing.office_marks import drop_hidden_tags
from reports.exchange.importing.table_heads import give_head

BOXES = ("main", "article", "section", "aside", "header", "footer", "nav", "center", "form")
NO_MEANING = ("font", "label", "ins", "o:p", "small", "big", "u")
CONTROLS = ("button", "input", "select", "textarea", "meta", "link", "title", "base")
KEPT_STYLES = re.compile(
    r"(?:mso-list|mso-footnote-id|mso-element|margin-left|font|font-weight|font-style"
    r"|text-decoration)\s*:[^;]*+",
    re.IGNORECASE,
)
KEPT_ATTRIBUTES = frozenset(
    {
        *("alt", "class", "colspan", "href", "id", "lang", "name", "rowspan", "scope", "span"),
        *("src", "start", "style", "title"),
    }
)
AROUND = ("a", "b", "strong", "i", "em", "span")
INLINE = ("a", "b", "strong", "i", "em", "span", "sup", "sub", "s", "del")
YEAR = re.compile(r"(?:19|20|21)\d\d")
NUMBER = re.compile(r"[-+−]?\d[\d\s.,]*+(?:%|€)?")


@dataclass(frozen=True)
class CleanHtml:
    """HTML that the import can read, with its CSS and pictures, and notices of what was removed."""

    text: str
    styles: str
    pictures: Mapping[str, bytes]
    notices: list[str] = field(default_factory=list)


def clean_html(html: str) -> CleanHtml:
    """Return what a reader sees of a clipboard's HTML."""
    soup = BeautifulSoup(drop_hidden_tags(html), "lxml")
    refuse_deep(soup)
    styles = "\n".join(style.get_text() for style in soup.find_all("style"))
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    notices = remove_hidden_columns(soup) + remove_invisible(soup)
    for control in soup.find_all(CONTROLS):
        control.extract()
    for tag in soup.find_all(NO_MEANING):
        tag.unwrap()
    for tag in soup.find_all(BOXES):
        tag.name = "div"
    notices += unfold_layout_tables(soup)
    refuse_spans(soup)
    unwrap_around_blocks(soup)
    taker = PictureTaker()
    notices += taker.take_all(soup)
    notices += unwrap_dead_links(soup)
    settle_lists(soup)
    drop_empty(soup)
    for table in soup.find_all("table"):
        if first_row_names(table):
            give_head(table)
    for pre in soup.find_all("pre"):
        keep_lines(soup, pre)
    drop_attributes(soup)
    return CleanHtml(write_lines(soup), styles, taker.files, notices)


def unwrap_around_blocks(soup: BeautifulSoup) -> None:
    """Remove inline elements around blocks: Google Docs wraps all that is copied in `<b>`."""
    around: set[int] = set()
    for block in soup.find_all(BLOCKS):
        for parent in block.parents:
            if id(parent) in around:
                break
            around.add(id(parent))
    for tag in soup.find_all(AROUND):
        if id(tag) in around:
            tag.unwrap()


def drop_empty(soup: BeautifulSoup) -> None:
    """Remove empty elements, except those with a name, because links may lead to them."""
    for tag in reversed(soup.find_all([*INLINE, "p", "li", "ul", "ol"])):
        is_named = tag.get("id") or tag.get("name")
        if is_named or any(text.strip() for text in tag.strings) or tag.find(["img", "br"]):
            continue
        if tag.get_text():
            tag.replace_with(" ")
        else:
            tag.extract()


def settle_lists(soup: BeautifulSoup) -> None:
    """Unwrap the only paragraph of a list item: Google Docs puts each item into one."""
    for item in soup.find_all("li"):
        inner = [node for node in item.contents if str(node).strip()]
        blocks = [node for node in inner if isinstance(node, Tag) and node.name in BLOCKS]
        paragraphs = [node for node in blocks if node.name in ("p", "div")]
        if len(paragraphs) == 1 and inner[0] is paragraphs[0]:
            paragraphs[0].unwrap()


def first_row_names(table: Tag) -> bool:
    """Return whether the first row of a table may be its head: none of its cells is a number."""
    row = table.find("tr")
    if row is None or table.find("th"):
        return False
    texts = [cell.get_text().strip() for cell in row.find_all("td", recursive=False)]
    return any(texts) and not any(
        NUMBER.fullmatch(text) and not YEAR.fullmatch(text) for text in texts
    )


def keep_lines(soup: BeautifulSoup, pre: Tag) -> None:
    """Put `<br>` at the ends of the lines of preformatted text."""
    for text in pre.find_all(string=lambda string: "\n" in string):
        lines = str(text).split("\n")
        for place, line in enumerate(lines):
            if place:
                text.insert_before(soup.new_tag("br"))
            text.insert_before(NavigableString(line))
        text.extract()
    pre.name = "p"


def drop_attributes(soup: BeautifulSoup) -> None:
    """Keep only meaningful attributes and styles: the others are most of the text."""
    for tag in soup.find_all(True):
        tag.attrs = {name: value for name, value in tag.attrs.items() if name in KEPT_ATTRIBUTES}
        if "style" in tag.attrs:
            kept = KEPT_STYLES.findall(str(tag["style"]))
            tag["style"] = ";".join(kept)
            if not kept:
                del tag["style"]


def write_lines(soup: BeautifulSoup) -> str:
    """Return the blocks of a tree, one per line, with paragraphs around the words between them."""
    lines: list[str] = []
    run: list[str] = []
    for node in soup.body.children if soup.body else ():
        if isinstance(node, Tag) and node.name in BLOCKS:
            lines += [close_run(run), str(node)]
            run = []
        elif isinstance(node, Tag) and node.name == "br":
            lines.append(close_run(run))
            run = []
        else:
            run.append(str(node) if isinstance(node, Tag) else escape(str(node), quote=False))
    lines.append(close_run(run))
    return "\n".join(line.replace("\n", " ") for line in lines if line)


def close_run(run: list[str]) -> str:
    text = "".join(run).strip()
    return f"<p>{text}</p>" if text else ""
