"""Combines several selections into one SQL statement, so that the database is asked once.

The selections share columns, each of one type, so that values arrive as they would alone. In the
rows of one selection, the columns that only others use are null.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

from reports.content.visibility.compiled_queries import Selection, fetch_rows


@dataclass(frozen=True)
class Combination:
    """One statement for several; the first value of each row is the number of its selection.

    For each number, `readers` has the function that takes the values of that selection from a row.
    """

    sql: str
    readers: tuple[Callable[[tuple[Any, ...]], tuple[Any, ...]], ...]


def fetch_together(selections: Sequence[Selection]) -> list[list[Any]]:
    """Return the rows of each selection, as objects of its model, in no order."""
    if len(selections) == 1:
        return [selections[0].fetch()]
    database = connections[DEFAULT_DB_ALIAS]
    statements = [each.statement for each in selections]
    params = [each.statement.fill_slots(each.given, database) for each in selections]
    combination = combine(tuple((each.sql, each.types) for each in statements))
    found: list[list[tuple[Any, ...]]] = [[] for _ in selections]
    for row in fetch_rows(combination.sql, [*chain(*params)]):
        found[row[0]].append(combination.readers[row[0]](row))
    return [
        each.build_objects(rows, database) for each, rows in zip(statements, found, strict=True)
    ]


@lru_cache(64)
def combine(parts: tuple[tuple[str, tuple[str, ...]], ...]) -> Combination:
    """Return one statement for several, each given with the types of its columns."""
    numbered = [number_by_type(types) for _, types in parts]
    shared = sorted(set(chain(*numbered)))
    heads, selects = [], []
    for number, ((sql, _), columns) in enumerate(zip(parts, numbered, strict=True)):
        names = {column: f"c{place}" for place, column in enumerate(columns)}
        # PostgreSQL must be told the type of a null
        values = (names.get(column, f"CAST(NULL AS {column[0]})") for column in shared)
        heads.append(f"part{number} ({', '.join(names.values())}) AS ({sql})")
        selects.append(f"SELECT {number}, {', '.join(values)} FROM part{number}")
    places = {column: place for place, column in enumerate(shared, 1)}
    readers = (itemgetter(*(places[column] for column in columns)) for columns in numbered)
    sql = f"WITH {', '.join(heads)} {' UNION ALL '.join(selects)}"
    return Combination(sql, tuple(readers))


def number_by_type(types: Iterable[str]) -> list[tuple[str, int]]:
    """Return columns by their type and how many of that type come before, whatever their length."""
    met: Counter[str] = Counter()
    columns = []
    for each in types:
        type_ = "varchar" if each.startswith("varchar(") else each
        columns.append((type_, met[type_]))
        met[type_] += 1
    return columns
