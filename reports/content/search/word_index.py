"""The index with which PostgreSQL finds the entries that contain a word.

Entries store their words between spaces. The index is on an expression that turns a column into
lexemes, so it needs no column of its own. SQLite has no such index and reads all entries.
"""

from typing import Any

from django.db.models import BooleanField, Func, Value

MAX_WORD_CHARACTERS = (
    200  # characters of a word: a search has no more, and PostgreSQL takes 2,047 bytes at most
)
COLUMNS = ("stems", "words")


def build_lexemes(column: str) -> str:
    """Return the SQL of the words of a column: that of the index, and of those who ask it."""
    short = rf"regexp_replace({column}, '\S{{{MAX_WORD_CHARACTERS + 1},}}', '', 'g')"
    return f"array_to_tsvector(array_remove(string_to_array({short}, ' '), ''))"


class IndexHasWord(Func):
    """The condition that a column contains a word, or one with that prefix, as the index knows.

    On SQLite it is always true. It only makes a search faster: another condition must be exact.
    """

    output_field = BooleanField()

    def __init__(self, column: str, word: Any, is_prefix: bool = False) -> None:
        super().__init__(column, Value(word) if isinstance(word, str) else word)
        self.is_prefix = is_prefix

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **extra: Any) -> Any:
        return "1 = 1", []

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        column, word = self.get_source_expressions()
        name, _ = compiler.compile(column)
        value, params = compiler.compile(word)
        end = "''':*'" if self.is_prefix else "''''"
        return f"({build_lexemes(name)} @@ ('''' || btrim({value}) || {end})::tsquery)", params
