"""Growth between two printed numbers: what it is exactly, and how a stated one was got."""

import re
from dataclasses import dataclass
from decimal import ROUND_UP, Decimal

from reports.checks.arithmetic.rounding import HUNDRED, ONE, ZERO, amount, cut, fits, rounded, said
from reports.figures import Figure, Qualifier, Unit

FALL = re.compile(
    r"\b(?:baiss|réduct|réduit|diminu|recul|de moins\b|en moins\b|perd)", re.IGNORECASE
)
RISE = re.compile(
    r"\b(?:hauss|augment|croissance|progress|accroiss|de plus\b|en plus\b|supplément)",
    re.IGNORECASE,
)
MULTIPLIED = re.compile(r"\bmultipli\w*\s+par\s*$", re.IGNORECASE)
DIVIDED = re.compile(r"\bdivis\w*\s+par\s*$", re.IGNORECASE)
TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")
BOUNDS = (Qualifier.MORE_THAN, Qualifier.AT_LEAST, Qualifier.LESS_THAN)


@dataclass(frozen=True)
class Growth:
    """A stated growth, and the two figures that it leads from and to. `kind` is percent, points,
    difference, factor or quotient; `sign` is -1 for a fall that is said in words.
    """

    stated: Figure
    start: Figure
    end: Figure
    kind: str
    sign: int = 1

    @property
    def value(self) -> Decimal:
        """What is stated, as a signed number."""
        return (self.stated.value or ZERO) * self.sign

    @property
    def exact(self) -> Decimal | None:
        """What the two printed numbers give; None where they give nothing."""
        start, end = amount(self.start), amount(self.end)
        if start is None or end is None:
            return None
        match self.kind:
            case "points" | "difference":
                return end - start
            case "percent":
                return (end - start) * HUNDRED / start if start else None
            case "factor":
                return end / start if start else None
        return start / end if end else None

    @property
    def step(self) -> Decimal:
        """The step that growth is stated at."""
        return self.stated.step or ONE

    @property
    def is_right(self) -> bool:
        """Whether it is what the numbers give, rounded as it should be; so if one cannot know."""
        exact = self.exact
        if exact is None:
            return True
        if self.stated.qualifier in (*BOUNDS, Qualifier.ABOUT, Qualifier.RANGE):
            return fits(self.stated, exact * self.sign)
        return rounded(exact, self.step) == self.value

    @property
    def way(self) -> str:
        """How the stated value came about, in French; empty where that cannot be seen."""
        exact = self.exact
        if exact is None:
            return ""
        if cut(exact, self.step) == self.value:
            return "arrondi vers le bas" if exact > 0 else "arrondi vers zéro"
        if (exact / self.step).to_integral_value(ROUND_UP) * self.step == self.value:
            return "arrondi vers le haut" if exact > 0 else "arrondi au-delà"
        if self.kind == "percent" and exact + HUNDRED > 0:
            ratio = exact + HUNDRED
            if self.value in (rounded(ratio, self.step), cut(ratio, self.step)):
                return "cumulative"
        return ""

    @property
    def is_bounded(self) -> bool:
        """Whether one of the two numbers is only a bound."""
        return self.start.qualifier in BOUNDS or self.end.qualifier in BOUNDS

    @property
    def told(self) -> str:
        """The exact growth, in words of its kind."""
        exact = self.exact or ZERO
        sign = "+" if exact > 0 and self.kind in ("percent", "points", "difference") else ""
        match self.kind:
            case "percent":
                return f"{sign}{said(rounded(exact, TENTH))} %"
            case "points":
                return f"{sign}{said(rounded(exact, TENTH))} points"
            case "difference":
                return f"{sign}{said(exact)}"
            case "factor":
                return f"× {said(rounded(exact, HUNDREDTH))}"
        return f"÷ {said(rounded(exact, HUNDREDTH))}"


def kind(stated: Figure, before: str, after: str) -> tuple[str, int] | None:
    """What kind of growth a figure states among its words, and its sign; None if it states none."""
    words = f"{before} {after}"
    if stated.value is None:
        return None
    if stated.qualifier is Qualifier.FACTOR:
        return "factor", 1
    if stated.unit is None and MULTIPLIED.search(before):
        return "factor", 1
    if stated.unit is None and DIVIDED.search(before):
        return "quotient", 1
    signed = stated.qualifier is Qualifier.CHANGE
    sign = -1 if FALL.search(words) and stated.value > 0 else 1
    if not signed and sign == 1 and not RISE.search(words):
        return None
    match stated.unit:
        case Unit.PERCENT:
            return "percent", sign
        case Unit.POINT:
            return "points", sign
    return "difference", sign


def same_kind(start: Figure, end: Figure, how: str) -> bool:
    """Whether two figures can be compared so."""
    if amount(start) is None or amount(end) is None or start.unit is not end.unit:
        return False
    return how != "points" or start.unit in (Unit.PERCENT, Unit.POINT, None)
