"""Rule that reports a number printed twice for the same thing, once probably mistyped."""

from collections import Counter
from collections.abc import Hashable, Iterator
from itertools import islice

from reports.checks.arithmetic.addends import is_total
from reports.checks.arithmetic.posts import iterate_budget_columns
from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.indicators import indicator_in_text
from reports.checks.rules.totals import total_differs
from reports.checks.statements.number_pairs import (
    CARDS,
    Number,
    are_of_one_year,
    digits_key,
    find_lone_row,
    is_beside_total,
    is_misspelt_for,
    is_scaled_for,
    is_swapped_for,
    sums_up,
)
from reports.checks.statements.printed_numbers import (
    GENERIC,
    CellNumber,
    StatedNumber,
    iterate_cells,
    iterate_stated_numbers,
)
from reports.checks.statements.quoted_totals import find_quoted_totals
from reports.core.comparison.subject import meaningful_stems
from reports.core.reading import Reading
from reports.core.text.grouping import group_values

REPAIR = "Donnez le même nombre aux deux endroits, ou dites ce qui les distingue."
MOST_TOTALS = 40
CROWD = 8  # numbers of the same digits, or of the same name, that one is compared with


@rule(
    "number-twice",
    Severity.WARNING,
    "Nombre imprimé avec deux valeurs",
    "Une phrase ou un chiffre clé donne, pour la même chose et la même année, un autre nombre "
    "qu’un tableau, un chiffre clé ou une phrase : deux chiffres y sont intervertis (1 240 et "
    "1 420), un seul diffère (18 730 et 18 430), le nom entier est le même dans les chiffres clés "
    "ou dans la seule ligne de ce nom, c’est à moins de 5 % près le total d’un tableau de la même "
    "partie, ou mille fois un total (« 4,2 milliards » pour 4 212 000 €) ; ou la phrase cite un "
    "autre total de la même ligne (« 642 dossiers pour 11,2 M€ », quand le tableau totalise "
    "428 dossiers et 11,2 M€). Un nombre arrondi, visé, d’une autre année, ou qui se lit encore "
    "ailleurs n’est pas signalé.",
)
def number_twice(report: Reading) -> Iterator[Issue]:
    sayings, cells = list(iterate_stated_numbers(report)), list(iterate_cells(report))
    numbers: list[Number] = [*cells, *sayings]
    printed = count_values(report)
    told = {(issue.place, issue.evidence[0]) for issue in indicator_in_text(report)}
    by_digits = group_values((digits_key(number), number) for number in numbers)
    by_name = group_values((number.subject, number) for number in numbers)
    totals = group_values((noun, c) for c in cells if c.is_total for noun in sorted(c.words))
    sums = [cell for cell in cells if cell.is_total][:MOST_TOTALS]
    mistaken = {issue.evidence[1] for issue in total_differs(report)}
    done: set[frozenset[str]] = set()
    for saying in sayings:
        is_told = (saying.place, saying.figure.raw) in told or saying.block_kind in CARDS
        if is_told or printed[saying.figure.unit, saying.figure.value] > 1:
            continue
        others: list[Number] = [
            *(n for n in by_digits[digits_key(saying)][:CROWD] if is_swapped_for(saying, n)),
            *(n for n in by_name[saying.subject][:CROWD] if is_misspelt_for(saying, n)),
            *(n for n in by_name[saying.subject][:CROWD] if sums_up(n, saying)),
            *find_lone_row(saying, by_name[saying.subject]),
            *(
                cell
                for cell in totals[saying.subject[0] if saying.subject else ""][:CROWD]
                if is_beside_total(report, saying, cell)
            ),
            *find_quoted_totals(report, saying, sums),
            *(
                cell
                for cell in sums
                if is_scaled_for(saying.figure, cell.figure) and saying.words & cell.words
            ),
        ]
        others = [n for n in others if not is_mistaken_total(n, mistaken)]
        other = next((n for n in others if are_of_one_year(saying, n)), None)
        pair = frozenset((saying.figure.raw.strip(), other.figure.raw.strip() if other else ""))
        if other and pair not in done:
            done.add(pair)
            yield build_issue(saying, other)
        elif saying.figure.has_scale:
            yield from find_scaled_budget(report, saying)


def find_scaled_budget(report: Reading, saying: StatedNumber) -> Iterator[Issue]:
    """Yield an issue where a number is a thousand times the total of a budget, or a thousandth."""
    budgets = (block for block in report.blocks if block.kind == "budget")
    for block in islice(budgets, CROWD):
        for label, _, lines in iterate_budget_columns(block):
            for line in lines:
                heads = f"{line.head} {label} {block.place.section}"
                is_named = bool(saying.words & {*meaningful_stems(heads)} - GENERIC)
                if is_named and is_total(line.head) and is_scaled_for(saying.figure, line.figure):
                    yield Issue(
                        saying.place,
                        f"« {saying.quoted} », et « {line.figure.text} » dans le budget "
                        f"(« {line.head.strip()} »).",
                        REPAIR,
                        (saying.figure.raw, line.figure.raw, line.head),
                        (block.place,),
                    )


def is_mistaken_total(number: Number, mistaken: set[str]) -> bool:
    """Return whether `totals` already reports this number as a wrong total of its own table."""
    is_total = isinstance(number, CellNumber) and number.is_total
    return is_total and number.figure.raw.strip() in mistaken


def count_values(report: Reading) -> Counter[Hashable]:
    """Count how often each number is printed, targets included."""
    return Counter(
        (figure.unit, figure.value)
        for figure in (
            *(statement.figure for statement in report.statements),
            *(c.figure for g in report.grids for row in g.table.rows for c in row.cells[1:]),
        )
    )


def build_issue(saying: StatedNumber, other: Number) -> Issue:
    """Return an issue about a number and the other one."""
    if isinstance(other, StatedNumber):
        there = f"« {other.quoted} »"
    else:
        heads = ", ".join(filter(None, (other.row.head.strip(), other.heading.strip())))
        there = f"« {other.figure.text} » dans le tableau (« {heads} »)"
    return Issue(
        saying.place,
        f"« {saying.quoted} », et {there}.",
        REPAIR,
        (saying.figure.raw, other.figure.raw, *saying.subject),
        (other.place,),
    )
