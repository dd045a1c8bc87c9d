"""Rule that compares tables of indicators with the numbers that the text gives."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from reports.checks.rule import Issue, Severity, rule
from reports.checks.statements.aims import is_said_as_aim
from reports.checks.statements.indicator_results import Result, iterate_results, quote_words
from reports.core.comparison.agreement import differ
from reports.core.comparison.columns import is_target
from reports.core.comparison.dates import find_years, reported_years
from reports.core.comparison.subject import ASIDE, meaningful_stems, quote_statement, subject_key
from reports.core.figures import Figure
from reports.core.reading import Reading, sentence
from reports.core.reading.statement import Statement
from reports.core.text.grouping import group_values

COUNTS = {"nombr", "part", "taux", "tot", "total", "volum", "pourcentag", "proport"}
MAX_NAME_WORDS = 10  # words of a name by which it is found
LONGEST_LABEL = 60  # characters before a number that may name it
MAX_NAMESAKES = 4  # rows of one name
CLAUSE_END = re.compile(r"[.;\n]")
# « d’ici à fin 2023 », "by the end of 2023", after the words that are counted
DEADLINE = re.compile(
    r"[^.;:,()\d]{0,60}\b(?:d[’'ʼ]ici|avant|à l[’'ʼ]horizon|by|before)\s(?:à\s|en\s)?"
    r"(?:la\s|the\s)?(?:fin\s|end\s(?:of\s)?)?(?:de\s)?(?P<year>20\d\d)(?![\d/–-])",
    re.IGNORECASE,
)
# A year in brackets with a number, or after « contre », is that of the number there.
BRACKETED = re.compile(r"\([^()]*(?:\)|$)")
NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d")
COMPARED = re.compile(
    r"\b(?:contre|par rapport|au lieu|comparé\w*|qu[’'ʼ]en|après(?=\s\d)|against|compared|versus"
    r"|than|(?:up|down) from)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(r"(?<![^.;:,()])(?P<label>[^.;:,()]*+)[:=]\s*$")  # « résultat 2023 : »
FACTS = ("key_figures", "fact_list")
# A count of more years than that of a column
CUMULATED = re.compile(
    r"\b(?:depuis|cumul\w*|à ce jour|en \w+ ans|historique|since|so far|to date)\b", re.IGNORECASE
)
# What says that a count is of all, as the row is: a comparison, what became of all of them.
OF_ALL = re.compile(
    r"\b(?:au total|en tout|contre|rejoint\w*|rejoignent|recruté\w*|accueilli\w*|impliqué\w*"
    r"|embarqué\w*|étaient (?=\d)|venu\w*|arrivé\w*|intégré\w*|joined|recruited|in total|against"
    r"|compared)\b",
    re.IGNORECASE,
)


@rule(
    "indicator-in-text",
    Severity.WARNING,
    "Indicateur et texte en désaccord",
    "Le texte compte la même chose qu’une ligne du tableau d’indicateurs, pour la même année, et "
    "donne un autre nombre. Les deux sont rapprochés par les mots qui suivent le nombre. Le nombre "
    "de l’objectif n’est pas signalé dans une phrase qui le dit visé (« l’objectif de 8 »), sauf "
    "d’une autre année que le tableau (« d’ici à fin 2023 »).",
)
def indicator_in_text(report: Reading) -> Iterator[Issue]:
    rows = group_values(
        (result.row.id + result.grid.place.block, result) for result in iterate_results(report)
    )
    index: defaultdict[tuple[str, ...], list[list[Result]]] = defaultdict(list)
    for row in rows.values():
        name = indicator_stems(row[0].row.head)[:MAX_NAME_WORDS]
        for length in range(2, len(name) + 1):
            if len(index[name[:length]]) < MAX_NAMESAKES:
                index[name[:length]].append(row)
    for statement in report.statements:
        block = report.blocks[statement.place.rank]
        if not block.node.has_cards and not ASIDE.search(statement.before):
            issues = [
                find_contradiction(statement, row, report.year, is_fact=block.kind in FACTS)
                for row in find_counterparts(index, subject_key(statement)[0])
                if row[0].place.block != statement.place.block
            ]
            if issues and all(issues):
                yield from filter(None, issues[:1])


def find_counterparts(
    index: Mapping[tuple[str, ...], list[list[Result]]], counted: tuple[str, ...]
) -> list[list[Result]]:
    """Return the rows of the indicator whose name begins most like what a line counts: with three
    words of it, or with two that are all of one of them.
    """
    for length in range(min(len(counted), MAX_NAME_WORDS), 1, -1):
        if rows := index.get(counted[:length]):
            return [
                row
                for row in rows
                if length > 2 or length in (len(counted), len(indicator_stems(row[0].row.head)))
            ]
    return []


def find_contradiction(
    statement: Statement, row: list[Result], year: int, *, is_fact: bool
) -> Issue | None:
    """Return an issue where a line says another number than a row of the same year."""
    if CUMULATED.search(sentence.whole_sentence(statement)):
        return None
    of = year_of(statement, year)
    targets = [result.figure.value for result in row if is_target(result.column)]
    if statement.figure.value in targets and is_said_as_aim(statement):
        return find_wrong_deadline(statement, row)
    for result in row:
        if reported_years(result.column) == (of,) and not is_target(result.column):
            others = [other.figure for other in row if other is not result]
            if is_contradiction(statement, result.figure, others, is_fact=is_fact):
                return build_issue(statement, result)
    return None


def find_wrong_deadline(statement: Statement, row: list[Result]) -> Issue | None:
    """Return an issue where a line aims at the number of a target for another year than that of the
    table: « 52 lieux d’ici à fin 2023 », for the target of 2025.
    """
    found = DEADLINE.match(statement.after)
    aims = [
        result
        for result in row
        if is_target(result.column) and result.figure.value == statement.figure.value
    ]
    years = {year for result in aims for year in find_years(result.column)}
    if found is None or not years or int(found["year"]) in years:
        return None
    return Issue(
        statement.place,
        f"Le texte dit « {quote_statement(statement)} », et le tableau donne ce nombre sous "
        f"{quote_words(aims[0].column)} ({quote_words(aims[0].row.head)}).",
        "Corrigez l’année de l’un des deux.",
        (statement.figure.raw, found["year"], aims[0].row.head, aims[0].column),
        (aims[0].place,),
    )


def indicator_stems(head: str) -> tuple[str, ...]:
    """Return the stems of what an indicator counts: its name without « nombre de », « part des
    ».
    """
    stems = meaningful_stems(head)
    return stems[1:] if stems and stems[0] in COUNTS else stems


def year_of(statement: Statement, year: int) -> int | None:
    """Return the year that a statement is about, which is the report's where it names none; None
    for several and for that of a target.
    """
    labelled = LABELLED.search(statement.before[-LONGEST_LABEL:])
    if labelled and (named := reported_years(labelled["label"])):
        return named[0] if len(named) == 1 and not is_target(labelled["label"]) else None
    words = BRACKETED.sub(drop_numbers, statement.after)
    near = COMPARED.split(CLAUSE_END.split(words, maxsplit=1)[0], maxsplit=1)[0]
    years = reported_years(near) or reported_years(statement.before) or (year,)
    return years[0] if len(years) == 1 else None


def drop_numbers(bracket: re.Match[str]) -> str:
    """Return a remark in brackets, unless it has a number of its own."""
    return "" if NUMBER.search(bracket[0]) else bracket[0]


def is_contradiction(
    statement: Statement, cell: Figure, others: list[Figure], *, is_fact: bool
) -> bool:
    """Return whether a number in the text contradicts a cell, and is not merely another count.

    A number above that of the cell always does, as does another share, amount or key figure. A
    smaller one may count a part (« 12 nouveaux agents ont passé un diplôme ») unless words say that
    it is the whole.
    """
    stated = statement.figure
    a, b = stated.value, cell.value
    if a is None or b is None or not differ(stated, cell):
        return False
    if any(other.value == a for other in others):
        return True
    if abs(a) > abs(b) or stated.unit is not None or is_fact:
        return True
    if OF_ALL.search(sentence.whole_sentence(statement)):
        return True
    # The shape of a slip tells as well: one digit is another.
    one, two = f"{a:f}", f"{b:f}"
    slipped = len(one) == len(two) and sum(x != y for x, y in zip(one, two, strict=True)) == 1
    return slipped and len(one) > 2


def build_issue(statement: Statement, result: Result) -> Issue:
    """Return an issue about a line of the text and a cell of the table."""
    return Issue(
        statement.place,
        f"Le texte dit « {quote_statement(statement)} », le tableau d’indicateurs "
        f"« {result.figure.text} » ({quote_words(result.row.head)}, {quote_words(result.column)}).",
        "Donnez le même nombre aux deux endroits, ou précisez ce qui les distingue.",
        (statement.figure.raw, result.figure.raw, result.row.head, result.column),
        (result.place,),
    )
