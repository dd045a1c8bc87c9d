"""Numbers that announce a list, against what the list holds."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.checks.arithmetic import listing
from reports.checks.arithmetic.announced import introduced, opens
from reports.checks.arithmetic.awards import Round, Scope, rounds_named, scopes
from reports.checks.arithmetic.rounding import PLAIN, fits, near
from reports.checks.reading import Reading, sentence
from reports.checks.reading.parts import Block
from reports.checks.reading.place import Place
from reports.checks.reading.statement import Statement, stated
from reports.checks.rule import Severity, Slip, rule

# Words that make a list one of examples, and the number one of all there are.
PARTIAL = re.compile(
    r"\b(?:notamment|dont|parmi|exemples?|quelques|certain\w*|entre autres|tels?|telles?|focus"
    r"|extraits?|sélection\w*|voici des|depuis|cumul\w*)\b",
    re.IGNORECASE,
)
AMONG = re.compile(r"(?:\b(?:parmi|sur|quelques|uns|unes|des|au-delà)(?: des| les)?)\s*$", re.I)
PART = re.compile(r"\b(?:dont|y compris)\s*$", re.IGNORECASE)
YEARLY = re.compile(r"\s*\S+\s+(?:par|chaque)\b")
ROUNDS = {"promos", "promo", "promot", "vagu", "cohort"}
AWARDED = {"laureat", "beneficiair"}
CLOSE = Decimal(3)


@rule(
    "count-differs",
    Severity.WARNING,
    "Nombre annoncé qui n’est pas celui de la liste",
    "Un titre, une amorce ou une phrase qui se termine par « : » annonce un nombre de services, "
    "d’incubateurs, de critères…, et la liste qui suit n’en compte pas autant ; de même pour les "
    "lauréats et les promotions d’une section, comparés aux tableaux de financement. Les phrases "
    "qui n’annoncent que des exemples (« dont », « notamment ») ne sont pas comparées.",
)
def count_differs(report: Reading) -> Iterator[Slip]:
    for block in report.blocks:
        if block.kind == "incubator_list":
            yield from leads(block)
        elif block.kind == "paragraph" and block.value["text"]:
            yield from inner_lists(block)
    for statement, block in introduced(report):
        sizes = listing.sizes(block)
        if comparable(statement, sizes[0]) and not any(admits(statement, s) for s in sizes):
            yield slip(statement, sizes[0], "la liste qui suit en compte", block.place)
    for scope in scopes(report):
        for statement in scope.statements(report):
            yield from awarded(scope, statement)


def leads(block: Block) -> Iterator[Slip]:
    """Groups of incubators against the number in their lead."""
    for group in block.value["groups"]:
        size = len(group["incubators"])
        for statement in stated(block.place, group["lead"] or ""):
            noun = sentence.noun(statement)
            if counts(statement) and noun in listing.PARTNERS | listing.OWNERS:
                if not admits(statement, size):
                    yield slip(statement, size, "la liste qui suit en compte")
                break


def inner_lists(block: Block) -> Iterator[Slip]:
    """Lists inside rich text against the sentence right above."""
    for words, size in listing.lists_after(block.value["text"].source):
        for statement in stated(block.place.below("Texte"), words):
            announced = opens(statement) and listing.fits(block, sentence.noun(statement))
            if size and announced and comparable(statement, size) and not admits(statement, size):
                yield slip(statement, size, "la liste qui suit en compte")


def counts(statement: Statement) -> bool:
    """Whether a number is a count of things."""
    figure = statement.figure
    return figure.unit is None and figure.qualifier in PLAIN and bool(figure.value)


def comparable(statement: Statement, size: int) -> bool:
    """Whether a number can be meant for a list of that size, and for all of it."""
    value = statement.figure.value
    return (
        value is not None
        and counts(statement)
        and (near(value, Decimal(size)) or abs(value - size) <= CLOSE)
        and not PARTIAL.search(sentence.after(statement))
        and not AMONG.search(sentence.before(statement))
    )


def admits(statement: Statement, size: int) -> bool:
    """Whether the number may be said of a list of that size."""
    return fits(statement.figure, Decimal(size))


def awarded(scope: Scope, statement: Statement) -> Iterator[Slip]:
    """A number of laureates or rounds against the tables of the section."""
    noun = sentence.noun(statement)
    rounds: Sequence[Round] = scope.spoken_of(statement)
    if not rounds or PART.search(statement.before):
        return
    if noun in ROUNDS:
        size, where = len(rounds), "les tableaux de financement sont au nombre de"
        if YEARLY.match(statement.after):
            return
    elif noun in AWARDED or (noun in listing.SERVICES and rounds_named(sentence.words(statement))):
        size, where = sum(len(each.rows) for each in rounds), "les tableaux en comptent"
    else:
        return
    if size and comparable(statement, size) and not admits(statement, size):
        yield slip(statement, size, where, *(each.grid.place for each in rounds))


def slip(statement: Statement, size: int, where: str, *also: Place) -> Slip:
    """Says which number was announced, and how many there are."""
    announced = sentence.thing(statement)
    return Slip(
        statement.place,
        f"« {announced} » annoncés, mais {where} {size}.",
        "Corrigez le nombre ou complétez la liste.",
        (announced, str(size)),
        also,
    )
