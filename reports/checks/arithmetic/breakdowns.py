"""Decides from titles and headings whether a column of shares should add up to 100 %."""

import re

from reports.core.reading.parts import Grid

CLAIM = re.compile(
    r"\b(?:réparti|parts?\b|proportion|composition|ventilation|distribution|poids\b|structure des"
    r"|shares?\b|breakdown|split\b|makeup\b|by (?:type|sector|cause|age|gender|region)\b)",
    re.IGNORECASE,
)
MAX_COLUMNS = 3  # columns: the lines, what is shared out, the shares
# Words of a table that says itself that its shares are all there are.
BREAKDOWN = re.compile(
    r"\b(?:réparti\w*|composition|ventil\w*|distribution|structure des|breakdown|split|makeup)\b",
    re.IGNORECASE,
)
# A share of some of the things of each line: « Part des femmes », « Part des dossiers traités ».
RATE = re.compile(
    r"\b(?:parts?|proportions?|pourcentages?|shares?|percentages?)\s(?:des?|du|de la|of|of the)\s"
    r"(?:(?:femmes|hommes|filles|garçons|jeunes|seniors|satisfait\w*|boursi\w+|bénéficiaires"
    r"|contractuel\w*|titulaires|cadres|women|men|girls|boys|young|people)\b"
    r"|[^\W\d]+\s(?:[^\W\d]+(?:é|ée|és|ées|ed|ing|ant|ants)\b|qui|ayant|avec|en|dans|who|with|in)\b)",
    re.IGNORECASE,
)
# « Part », « Part (%) », « % du total »: shares of what the table is about, and of nothing else.
BARE = re.compile(
    r"\W*(?:parts?|proportions?|poids|shares?|%|en %|pourcentages?)\W*"
    r"(?:(?:(?:du|of the|of) total|in %|en %|%|(?:19|20)\d\d)\W*)*",
    re.IGNORECASE,
)
# Heads of rows that sort things, so that each is in one of them.
SORT = re.compile(
    r"\b(?:causes?|types?|catégor\w+|natures?|origines?|motifs?|postes?|secteurs?|sources?|réponses?"
    r"|métiers?|modes?|canal|canaux|statuts?|tailles?|tranches?|âges?|genres?|sexes?|reasons?"
    r"|sectors?|categor\w+|origins?|ages?|genders?|answers?|status)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(r"\W*(?:autres?|divers|reste|others?|rest|remainder)\b", re.IGNORECASE)
# A list of the first among many: what it leaves out is no slip.
LEADING = re.compile(
    r"\b(?:principa\w+|premi(?:er|ère)s?|top|plus (?:grande?s?|importante?s?)|exemples?|notamment"
    r"|main|largest|examples?|leading)\b",
    re.IGNORECASE,
)


def is_said_breakdown(grid: Grid, index: int, around: str) -> bool:
    """Return whether words around a column call it a breakdown: « Répartition des agents »."""
    words = f"{around} {name_column(grid, index)}"
    return BREAKDOWN.search(words) is not None and not is_rate(grid, index)


def is_rate(grid: Grid, index: int) -> bool:
    """Return whether a column gives, of each line, the share of some of its things."""
    name = name_column(grid, index)
    return bool(RATE.search(name)) and not BREAKDOWN.search(name)


def name_column(grid: Grid, index: int) -> str:
    return f"{grid.title} {grid.unit} {grid.table.columns[index].heading}"


def is_breakdown(grid: Grid, index: int) -> bool:
    """Return whether a column of shares is said to hold the parts of one whole.

    Its own and the other headings say so. A share of something else (« Part des femmes ») is a
    rate, and rates do not add up. Nor do the shares of a table that also has columns for the part
    and for the whole.
    """
    corner, head = grid.table.columns[0].heading, grid.table.columns[index].heading
    is_claimed = CLAIM.search(f"{grid.title} {head}") and not is_rate(grid, index)
    if not is_claimed or len(grid.table.columns) > MAX_COLUMNS:
        return False
    is_sorted = SORT.search(corner) or any(OTHERS.match(row.head) for row in grid.table.rows)
    return bool(is_sorted or (BARE.fullmatch(head) and CLAIM.search(head)))
