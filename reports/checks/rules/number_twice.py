"""One number that a report prints twice, once with a slip of the hand."""

from collections import Counter
from collections.abc import Hashable, Iterator
from decimal import Decimal

from reports.checks.arithmetic.rounding import ZERO, is_near
from reports.checks.comparison.agreement import differ
from reports.checks.comparison.printed_numbers import (
    CellNumber,
    Saying,
    iterate_cells,
    iterate_sayings,
)
from reports.checks.comparison.slips import is_one_digit_off, is_swapped, sort_digits
from reports.checks.grouping import group_values
from reports.checks.reading import Reading
from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.indicators import indicator_in_text

Number = Saying | CellNumber
CLOSE = Decimal("1.05")
NAMED = 2  # words that name what is counted beyond doubt
CROWD = 8  # numbers of the same digits, or of the same name, that one is compared with
CARDS = ("impact_cards", "comparison_cards")
LISTS = ("key_figures", "fact_list", "budget", *CARDS)


@rule(
    "number-twice",
    Severity.WARNING,
    "Nombre imprimé avec deux valeurs",
    "Une phrase ou un chiffre clé donne, pour la même chose et la même année, un autre nombre "
    "qu’un tableau, un chiffre clé ou une phrase : deux chiffres y sont intervertis (1 240 et "
    "1 420), un seul diffère (18 730 et 18 430), ou c’est à moins de 5 % près le total d’un "
    "tableau de la même partie. Un nombre arrondi, visé, d’une autre année, ou qui se lit encore "
    "ailleurs n’est pas signalé.",
)
def number_twice(report: Reading) -> Iterator[Issue]:
    sayings, cells = list(iterate_sayings(report)), list(iterate_cells(report))
    numbers: list[Number] = [*cells, *sayings]
    printed = count_values(report)
    told = {(issue.place, issue.evidence[0]) for issue in indicator_in_text(report)}
    by_digits = group_values((digits_key(number), number) for number in numbers)
    by_name = group_values((number.subject, number) for number in numbers)
    totals = group_values((noun, c) for c in cells if c.is_total for noun in sorted(c.counted))
    done: set[frozenset[str]] = set()
    for saying in sayings:
        is_told = (saying.place, saying.figure.raw) in told or saying.block_kind in CARDS
        if is_told or printed[saying.figure.unit, saying.figure.value] > 1:
            continue
        others: list[Number] = [
            *(n for n in by_digits[digits_key(saying)][:CROWD] if is_swapped_for(saying, n)),
            *(n for n in by_name[saying.subject][:CROWD] if is_misspelt_for(saying, n)),
            *(
                cell
                for cell in totals[saying.subject[0] if saying.subject else ""][:CROWD]
                if is_beside_total(report, saying, cell)
            ),
        ]
        other = next((n for n in others if are_of_one_year(saying, n)), None)
        pair = frozenset((saying.figure.raw.strip(), other.figure.raw.strip() if other else ""))
        if other and pair not in done:
            done.add(pair)
            yield build_issue(saying, other)


def count_values(report: Reading) -> Counter[Hashable]:
    """Count how often each number is printed, targets included."""
    return Counter(
        (figure.unit, figure.value)
        for figure in (
            *(statement.figure for statement in report.statements),
            *(c.figure for g in report.grids for row in g.table.rows for c in row.cells[1:]),
        )
    )


def digits_key(number: Number) -> Hashable:
    """Return what two numbers share of which one may be the other with digits swapped."""
    return number.figure.unit, sort_digits(number.figure.value or ZERO)


def is_apart(saying: Saying, other: Number) -> bool:
    """Return whether two numbers stand apart: those of one line or of one list are several."""
    if isinstance(other, CellNumber):
        return saying.place.rank != other.grid.place.rank
    if saying.place.rank != other.place.rank:
        return True
    one, two = ("".join(each.statement.line.split()) for each in (saying, other))
    return saying.block_kind not in LISTS and one != two


def is_swapped_for(saying: Saying, other: Number) -> bool:
    """Return whether two numbers of one thing differ by the order of two digits."""
    a, b = saying.figure.value or ZERO, other.figure.value or ZERO
    if not is_swapped(a, b) or not is_apart(saying, other):
        return False
    if saying.figure.unit is not None:
        return bool(saying.words & other.words)
    named = {*saying.subject[:1]} & other.words
    return bool(named or (other.subject and {*other.subject} <= saying.words))


def is_misspelt_for(saying: Saying, other: Number) -> bool:
    """Return whether two numbers of one name differ by one digit."""
    a, b = saying.figure.value or ZERO, other.figure.value or ZERO
    return (
        len(saying.subject) >= NAMED
        and saying.figure.unit is other.figure.unit
        and is_one_digit_off(a, b)
        and is_apart(saying, other)
    )


def is_beside_total(report: Reading, saying: Saying, cell: CellNumber) -> bool:
    """Return whether a count is nearly the total that a table of the same part gives."""
    a, b = saying.figure.value or ZERO, cell.figure.value or ZERO
    if saying.figure.unit is not None or not is_near(a, b, CLOSE) or not is_apart(saying, cell):
        return False
    section = report.section(cell.grid.place)
    is_inside = section[0].place.rank <= saying.place.rank <= section[-1].place.rank
    return is_inside and {*saying.subject} <= cell.words and differ(saying.figure, cell.figure)


def are_of_one_year(saying: Saying, other: Number) -> bool:
    """Return whether nothing says that two numbers are of two years."""
    if isinstance(other, Saying):
        return saying.year == other.year
    return not other.years or saying.year in other.years


def build_issue(saying: Saying, other: Number) -> Issue:
    """Return an issue about a number and the other one."""
    if isinstance(other, Saying):
        there = f"« {other.quoted} »"
    else:
        heads = ", ".join(filter(None, (other.row.head.strip(), other.heading.strip())))
        there = f"« {other.figure.text} » dans le tableau (« {heads} »)"
    return Issue(
        saying.place,
        f"« {saying.quoted} », et {there}.",
        "Donnez le même nombre aux deux endroits, ou dites ce qui les distingue.",
        (saying.figure.raw, other.figure.raw, *saying.subject),
        (other.place,),
    )
