"""The index with which PostgreSQL finds the entries that contain a word.

Entries store their words between spaces. The index is on an expression that turns a column into
lexemes, so it needs no column of its own. SQLite has no such index and reads all entries.
"""

from typing import Any

from django.db.models import BooleanField, Func, Value

# Characters of a word: a search has no more, and PostgreSQL takes 2,047 bytes at most.
MAX_WORD_CHARACTERS = 200
COLUMNS = ("stems", "words")


def build_lexemes(column: str) -> str:
    """Return the SQL of the words of a column: that of the index, and of those who ask it."""
    short = rf"regexp_replace({column}, '\S{{{MAX_WORD_CHARACTERS + 1},}}', '', 'g')"
    return f"array_to_tsvector(array_remove(string_to_array({short}, ' '), ''))"


class IndexHasWord(Func):
    """A condition that keeps the rows whose column contains a word, by the index on PostgreSQL.

    With `is_prefix`, words that begin with it count too. On SQLite it keeps all rows. It only makes
    a search faster: the query needs an exact condition beside it.
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
