"""The language and the currency in which figures are read and printed, per context."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple, Self

UNKNOWN = "und"
"""The language of a text whose language nobody has said: BCP 47 calls it undetermined."""


EDITION = 2
"""The edition of the rules by which what is written now is read."""


class Locale(NamedTuple):
    """The conventions by which a text writes numbers, and the edition of the rules that read them.

    `language` is a BCP 47 code. English has a grammar of its own; every other language is read as
    French. `currency` is the ISO 4217 code of the money that a lone `$` stands for. `edition` is
    the number of the rules: what was published before new rules came is still read by the old ones.
    """

    language: str = "fr"
    currency: str = "EUR"
    edition: int = EDITION

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Self:
        """Return the locale of the fields of a form; those that are not given are as by default."""
        return cls(fields.get("language") or "fr", fields.get("currency") or "EUR")

    @classmethod
    def from_stored(cls, report: Mapping[str, Any]) -> Self:
        """Return the locale of a stored report: one that names no edition is of the first."""
        return cls.from_fields(report)._replace(edition=report.get("reading_edition") or 1)

    @property
    def is_english(self) -> bool:
        return self.language.partition("-")[0].lower() == "en"


FRENCH = Locale()

_current: ContextVar[Locale] = ContextVar("figures_locale", default=FRENCH)


def current_locale() -> Locale:
    """Return the locale of the report that is being read, French and euros outside of any."""
    return _current.get()


@contextmanager
def use_locale(locale: Locale) -> Iterator[None]:
    """Read figures in this locale until the block ends."""
    token = _current.set(locale)
    try:
        yield
    finally:
        _current.reset(token)
