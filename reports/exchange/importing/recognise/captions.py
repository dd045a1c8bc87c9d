"""Moves captions beside tables and pictures into them: « Tableau 1 – Recettes », « En k€ »."""

import re
from collections.abc import Sequence

from reports.core.figures.column_unit import read_unit
from reports.core.figures.locale import current_locale
from reports.core.figures.parts import CURRENCIES, Unit
from reports.core.figures.stated_unit import find_stated_unit, find_unknown_unit
from reports.core.text.rich_text import plain
from reports.exchange.importing import loss
from reports.exchange.importing.draft import Draft

TABLES = ("data_table", "indicator_table", "funding_table")
PICTURES = ("picture", "chart")
MAX_CAPTION_CHARACTERS = 250  # characters of a caption
OF_TABLES = r"tableau|table|tab\."
OF_PICTURES = (
    r"figure|fig\.?|graphique|graphe|graph|chart|carte|map|schéma|diagramme|diagram|illustration"
    r"|image|photo(?:graphie)?|infographie"
)
NUMBERED = re.compile(
    rf"(?:(?P<table>{OF_TABLES})|(?P<picture>{OF_PICTURES}))\s*(?:n[°o]\s*)?"
    r"(?:\d{1,3}(?:[.-]\d{1,3})?|[IVX]{1,5}|[A-Z]\d?)\s*(?:[.:–—-](?:\s|$)|$)"
    r"|(?P<marker>:\s+)(?=\S)",
    re.IGNORECASE,
)
"""The number of a caption, or the marker that pandoc writes before one."""
INLINE = re.compile(r"</?(?:b|i|em|strong|sup|sub)>|<br\s*/?>")
YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[/-](?:\d\d)?\d\d)?(?!\d)")
END_UNIT = re.compile(
    r"\((?:(?:en|in) )?(?:[^()\s]{1,6}|per ?cent|pour cent|pourcentages?|percentages?)\)\s*:?\Z"
    r"|[,–—]\s(?:en|in)\s[^\s,.;:()]{1,12}\s*:?\Z"
    r"|\A(?:(?:tous les|les|all) )?(?:montants|amounts) (?:en|in) [^\s,.;:()]{1,12}\.?\Z",
    re.IGNORECASE,
)
SENTENCES = re.compile(r"[.!?] ")
OPEN, CLOSE = "<p>", "</p>"


def place_captions(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with captions moved into the tables and pictures beside them.

    A line between two of them belongs to the one whose kind it names; else to the one on the side
    on which the report usually has its captions.
    """
    below = [kind for kinds in (TABLES, PICTURES) if do_follow(drafts, kinds) for kind in kinds]
    empty = {id(draft) for draft in drafts if is_empty_paragraph(draft)}
    for place, draft in enumerate(drafts):
        if draft.kind in below:
            take_line_after(drafts, place)
        if draft.kind in TABLES and (line := find_unit_line(drafts, place)):
            add_caption(draft, line, drafts[place - 1], is_first=False)
        if (line := find_line_before(drafts, place)) and belongs(drafts, line, place, place - 2):
            add_caption(draft, line, drafts[place - 1], is_first=False)
            if unit := find_unit_above_caption(drafts, place):
                add_caption(draft, unit, drafts[place - 1], is_first=False)
        if draft.kind not in below and not is_of_next(drafts, place):
            take_line_after(drafts, place)
    return [draft for draft in drafts if id(draft) in empty or not is_empty_paragraph(draft)]


def is_empty_paragraph(draft: Draft) -> bool:
    return draft.kind == "paragraph" and not draft.value.get("text")


def do_follow(drafts: Sequence[Draft], kinds: Sequence[str]) -> bool:
    """Return whether captions of these kinds are below more often than above."""
    above = below = 0
    for place, draft in enumerate(drafts):
        if draft.kind in kinds:
            above += names_kind(find_line_before(drafts, place), draft)
            below += names_kind(find_line_after(drafts, place), draft)
    return below > above


def take_line_after(drafts: Sequence[Draft], place: int) -> None:
    line = find_line_after(drafts, place)
    if line and belongs(drafts, line, place, place + 2):
        add_caption(drafts[place], line, drafts[place + 1], is_first=True)


def is_of_next(drafts: Sequence[Draft], place: int) -> bool:
    """Return whether the line below a draft is the caption of the next one."""
    line, other = find_line_after(drafts, place), place + 2
    is_next = other < len(drafts) and can_have_caption(drafts[other])
    return is_next and names_kind(line, drafts[other])


def belongs(drafts: Sequence[Draft], line: str, place: int, other: int) -> bool:
    """Return whether a line is not rather the caption of the block on its other side."""
    if not 0 <= other < len(drafts) or not can_have_caption(drafts[other]):
        return True
    if plain(drafts[(place + other) // 2].value["text"]) != line:
        return True  # other words are between them
    return names_kind(line, drafts[place]) or not names_kind(line, drafts[other])


def names_kind(line: str, draft: Draft) -> bool:
    found = NUMBERED.match(line)
    is_table = found is not None and bool(found["table"] or found["marker"])
    return found is not None and is_table == (draft.kind in TABLES)


def can_have_caption(draft: Draft) -> bool:
    """Return whether a draft is a table or a picture without a caption."""
    if draft.is_commented or draft.kind not in (*TABLES, *PICTURES):
        return False
    return not any(draft.value.get(name) for name in ("caption", "title", "note"))


def find_line_before(drafts: Sequence[Draft], place: int) -> str:
    """Return the numbered line at the end of the paragraph above; "" if there is none."""
    draft = drafts[place]
    is_begun = draft.kind in TABLES and is_unit(str(draft.value["caption"]))
    line = read_line(drafts, place - 1, -1)
    return line if (is_begun or can_have_caption(draft)) and is_caption(line, draft) else ""


def find_line_after(drafts: Sequence[Draft], place: int) -> str:
    """Return the numbered line at the beginning of the paragraph below; "" if there is none."""
    line = read_line(drafts, place + 1, 0) if can_have_caption(drafts[place]) else ""
    return line if is_caption(line, drafts[place]) else ""


def is_caption(line: str, draft: Draft) -> bool:
    """Return whether a line is numbered like a caption; pandoc's marker is for tables only."""
    found = NUMBERED.match(line)
    return found is not None and (not found["marker"] or draft.kind in TABLES)


def find_unit_line(drafts: Sequence[Draft], place: int) -> str:
    """Return the line above a table that states the unit of its numbers."""
    line = read_line(drafts, place - 1, -1) if can_have_caption(drafts[place]) else ""
    return line if is_unit(line) else ""


def find_unit_above_caption(drafts: Sequence[Draft], place: int) -> str:
    """Return the line above a table's caption that states its unit, if the caption does not."""
    caption = str(drafts[place].value.get("caption") or "")
    if drafts[place].kind not in TABLES or find_stated_unit(caption, current_locale()):
        return ""
    line = read_line(drafts, place - 1, -1)
    return line if is_unit(line) else ""


def is_unit(line: str) -> bool:
    """Return whether a line is one sentence that states a unit.

    The unit is a scale; or, at the end, a currency or `%`. The line has no number except years.
    """
    if any(map(str.isdigit, YEARS.sub(" ", line).replace("000", ""))) or SENTENCES.search(line):
        return False
    if find_unknown_unit(line, current_locale()):
        return True
    words = find_stated_unit(line, current_locale())
    unit = read_unit(words, current_locale()) if words else None
    if unit is None or unit.power:
        return unit is not None
    return unit.unit in (*CURRENCIES, Unit.PERCENT) and END_UNIT.search(line) is not None


def read_line(drafts: Sequence[Draft], place: int, which: int) -> str:
    """Return the words of the first or the last line of a paragraph, if short and plain."""
    if not 0 <= place < len(drafts):
        return ""
    draft = drafts[place]
    if draft.kind != "paragraph" or draft.is_commented or draft.note:
        return ""
    words = plain(cut(draft.value.get("text") or "", which)[0])
    return words if len(words) <= MAX_CAPTION_CHARACTERS and "\n" not in words else ""


def cut(html: str, which: int) -> tuple[str, str]:
    """Return the first or the last paragraph of rich text, and the rest.

    The paragraph is "" if it contains more than inline formatting.
    """
    if which:
        start = html.rfind(OPEN)
        end = len(html) if start >= 0 and html.endswith(CLOSE) else -1
    else:
        start = 0 if html.startswith(OPEN) else -1
        end = html.find(CLOSE) + len(CLOSE)
    line = html[start:end] if start >= 0 else ""
    inner = INLINE.sub(" ", line.removeprefix(OPEN).removesuffix(CLOSE))
    return (line, html[:start] + html[end:]) if line and "<" not in inner else ("", html)


def add_caption(draft: Draft, line: str, paragraph: Draft, is_first: bool) -> None:
    """Move a line of a paragraph to the table or picture beside it."""
    printed = draft.printed or " ".join(loss.list_draft_words([draft]))
    name = "title" if draft.kind == "chart" else "caption"
    found = NUMBERED.match(line)
    shown = line[found.end("marker") :] if found and found["marker"] else line
    draft.value[name] = f"{shown} {draft.value[name]}".strip()
    draft.printed = f"{printed} {line}" if is_first else f"{line} {printed}"
    which = 0 if is_first else -1
    paragraph.value["text"] = cut(paragraph.value["text"], which)[1]
