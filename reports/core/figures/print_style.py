"""The base class of the print styles of French and English numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from reports.core.figures.parts import CURRENCIES, Qualifier, Unit
from reports.core.figures.units import Scale, Vocabulary

NARROW_NO_BREAK_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
TIMES = "\u00d7"
APOSTROPHE = "\u2019"


@dataclass(frozen=True)
class PrintStyle:
    """The signs and words that a language prints with numbers, and where they are placed."""

    vocabulary: Vocabulary
    words: Mapping[Qualifier, str]
    interval_words: tuple[str, str, str, str]
    """Of a range whose order needs words, and of a passage: "entre", "et", "de", "à"."""
    provisional: str
    not_applicable: str
    not_available: str
    signs: Mapping[int, str]
    """What stands for the comma, the point and the minus of Python."""
    money_leads: bool = False
    """Whether the sign of money stands before the number."""

    def count(self, digits: str, unit: Unit | None, scale: Scale | None, plural: bool) -> str:
        """Return the number, without sign, with its scale and its unit."""
        raise NotImplementedError

    def is_plural(self, size: Decimal) -> bool:
        """Say whether what is counted in this number, without its scale, is in the plural."""
        raise NotImplementedError

    def write_digits(self, value: Decimal, power: int = 0, decimals: int = 0) -> str:
        """Return the value over ten to the power, with at least that many decimals."""
        # Through text: arithmetic would round to the precision of the current decimal context.
        coefficient = Decimal(f"{value:f}e-{power}")
        needed = len(f"{coefficient:f}".partition(".")[2].rstrip("0"))
        return f"{coefficient:,.{max(decimals, needed)}f}".translate(self.signs)

    def find_scale(self, value: Decimal, step: Decimal, unit: Unit | None) -> Scale | None:
        """Return the least scale that hides the digits below the step."""
        if step <= 1 or unit is Unit.PERCENT:
            return None
        thousand, million = self.vocabulary.scales[:2]
        for scale in self.vocabulary.scales:
            # "3 113 mille tonnes" is not French, though "3 113 k€" is.
            is_counted = scale is not thousand or unit in CURRENCIES
            if scale.power >= step.adjusted() and (is_counted or value.adjusted() < million.power):
                return scale
        return self.vocabulary.scales[-1]

    def keep_words(self, words: str) -> str:
        """Return the words of a qualifier as print has them before the number."""
        kept = " ".join(words.lower().split()).replace("'", APOSTROPHE)
        return kept + NO_BREAK_SPACE * (bool(kept) and kept[-1] != APOSTROPHE)

    def between(self, first: str, last: str) -> str:
        """Return a range that needs words."""
        between, and_ = self.interval_words[:2]
        return f"{between}{NO_BREAK_SPACE}{first} {and_}{NO_BREAK_SPACE}{last}"

    def from_to(self, words: str, first: str, last: str) -> str:
        """Return a range or a passage, after its verb."""
        from_, to = self.interval_words[2:]
        verb = f"{' '.join(words.lower().split())} " if words else ""
        return f"{verb}{from_}{NO_BREAK_SPACE}{first} {to}{NO_BREAK_SPACE}{last}"
