"""Rule that compares numbers announcing a list with the number of its items."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.checks.arithmetic import list_sizes
from reports.checks.arithmetic.announced_lists import find_announced_lists, is_announcement
from reports.checks.arithmetic.awards import Scope, find_scopes, rounds_named
from reports.checks.arithmetic.following_lists import find_announcements
from reports.checks.arithmetic.rounding import PLAIN, can_be_printed_for
from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading, sentence
from reports.core.reading.parts import Block
from reports.core.reading.place import Place
from reports.core.reading.statement import Statement, iterate_statements

# Words that make a list one of examples, and the number one of all there are.
PARTIAL = re.compile(
    r"\b(?:notamment|dont|parmi|exemples?|quelques|certain\w*|entre autres|tels?|telles?|focus"
    r"|extraits?|sélection\w*|voici des|depuis|cumul\w*)\b",
    re.IGNORECASE,
)
AMONG = re.compile(r"(?:\b(?:parmi|sur|quelques|uns|unes|des|au-delà)(?: des| les)?)\s*$", re.I)
PART = re.compile(r"\b(?:dont|y compris)\s*$", re.IGNORECASE)
# « Le réseau, qui compte 248 services, a lancé : », not what follows.
ASIDE = re.compile(r"\b(?:qui|dont|où|who|that|which)\s[^,;:]*$", re.IGNORECASE)
# What says that a number is of all there are, or leaves nothing of them out.
ALL = re.compile(r"\b(?:les|nos|ces|ses|the|our|these|au total|en tout)\s+$", re.IGNORECASE)
ENDED = re.compile(
    r"\s*\S+\s*(?:$|[.,;:()]|(?:en|in|au|pour|sur|et|and|de l[’'ʼ]année)\b)", re.IGNORECASE
)
# Blocks of what is shown as an example, below a title.
SHOWN = ("impact_cards", "comparison_cards")
YEARLY = re.compile(r"\s*\S+\s+(?:par|chaque)\b")
ROUNDS = {"promos", "promo", "promot", "vagu", "cohort"}
AWARDED = {"laureat", "beneficiair"}


@rule(
    "count-differs",
    Severity.WARNING,
    "Nombre annoncé qui n’est pas celui de la liste",
    "Un titre, une amorce ou une phrase qui se termine par « : » annonce un nombre de services, "
    "d’incubateurs, de critères…, et la liste qui suit n’en compte pas autant ; de même pour "
    "« les cinq projets suivants » au-dessus d’une liste, d’un tableau ou de titres, et pour les "
    "lauréats et les promotions d’une section, comparés aux tableaux de financement. Un écart est "
    "signalé aussi grand qu’il soit : ce sont les mots et la place qui rapprochent un nombre d’une "
    "liste. Les phrases qui n’annoncent que des exemples (« dont », « notamment »), et un titre "
    "au-dessus de cartes, ne sont pas comparés.",
)
def count_differs(report: Reading) -> Iterator[Issue]:
    issues = list(check_lists(report))
    yield from issues
    told = {issue.place.rank for issue in issues}
    for announced in find_announcements(report):
        size = announced.size
        is_told = announced.place.rank in told
        if not (announced.is_right or is_told):
            yield Issue(
                announced.place,
                f"« {announced.words} » : il en suit {size}.",
                "Corrigez le nombre ou complétez la liste.",
                (announced.words, str(size)),
            )
    for scope in find_scopes(report):
        for statement in scope.iterate_statements(report):
            yield from check_awards(scope, statement)


def check_lists(report: Reading) -> Iterator[Issue]:
    """Compare numbers of services, partners, criteria and points with the lists that they lead."""
    for block in report.blocks:
        if block.kind == "incubator_list":
            yield from check_leads(block)
        elif block.kind == "paragraph" and block.node.text:
            yield from check_inner_lists(block)
    for statement, block in find_announced_lists(report):
        sizes = list_sizes.possible_sizes(block)
        is_title = report.blocks[statement.place.rank].kind == "heading"
        if not (is_title and block.kind in SHOWN) and is_wrong(statement, *sizes):
            yield build_issue(statement, sizes[0], "la liste qui suit en compte", block.place)


def check_leads(block: Block) -> Iterator[Issue]:
    """Compare groups of incubators with the number in their lead."""
    for group in block.node.groups:
        size = len(group.incubators)
        for statement in iterate_statements(block.place, group.lead):
            noun = sentence.counted_noun(statement)
            if is_count(statement) and noun in list_sizes.PARTNERS | list_sizes.OWNERS:
                if not can_be_said_of(statement, size):
                    yield build_issue(statement, size, "la liste qui suit en compte")
                break


def check_inner_lists(block: Block) -> Iterator[Issue]:
    """Compare lists inside rich text with the sentence right above."""
    for words, size in list_sizes.lists_after(block.node.text.running_html):
        for statement in iterate_statements(block.place.below("Texte"), words):
            noun = sentence.counted_noun(statement)
            announced = is_announcement(statement) and list_sizes.can_be_called(block, noun)
            if size and announced and is_wrong(statement, size):
                yield build_issue(statement, size, "la liste qui suit en compte")


def is_count(statement: Statement) -> bool:
    """Return whether a number is a count of things."""
    figure = statement.figure
    return figure.unit is None and figure.qualifier in PLAIN and figure.value is not None


def is_comparable(statement: Statement) -> bool:
    """Return whether a number is, by its words, that of all of a list."""
    before = sentence.words_before(statement)
    return (
        is_count(statement)
        and not PARTIAL.search(sentence.words_after(statement))
        and not (AMONG.search(before) or ASIDE.search(before))
    )


def is_wrong(statement: Statement, *sizes: int) -> bool:
    """Return whether a number is meant for a list of one of these sizes, and is none of them."""
    return is_comparable(statement) and not any(can_be_said_of(statement, n) for n in sizes)


def can_be_said_of(statement: Statement, size: int) -> bool:
    """Return whether the number may be said of a list of that size."""
    return can_be_printed_for(statement.figure, Decimal(size))


def check_awards(scope: Scope, statement: Statement) -> Iterator[Issue]:
    """Compare a number of laureates or rounds with the tables of the section."""
    noun = sentence.counted_noun(statement)
    rounds = scope.spoken_of(statement)
    if not rounds or PART.search(statement.before):
        return
    if noun in ROUNDS:
        size, where = len(rounds), "les tableaux de financement sont au nombre de"
        if YEARLY.match(statement.after):
            return
    elif noun in AWARDED or (
        noun in list_sizes.SERVICES and rounds_named(sentence.whole_sentence(statement))
    ):
        size, where = sum(len(each.rows) for each in rounds), "les tableaux en comptent"
    else:
        return
    is_part = (statement.figure.value or 0) < size and not is_of_all(statement)
    if size and not is_part and is_wrong(statement, size):
        yield build_issue(statement, size, where, *(each.grid.place for each in rounds))


def is_of_all(statement: Statement) -> bool:
    """Return whether the words around a number say that it counts all laureates.

    « 8 lauréats ont doublé » may be some of them, whatever their number.
    """
    return bool(ALL.search(statement.before) or ENDED.match(statement.after))


def build_issue(statement: Statement, size: int, where: str, *also: Place) -> Issue:
    """Return an issue that says which number was announced, and how many there are."""
    announced = sentence.counted_thing(statement)
    return Issue(
        statement.place,
        f"« {announced} » annoncés, mais {where} {size}.",
        "Corrigez le nombre ou complétez la liste.",
        (announced, str(size)),
        also,
    )
