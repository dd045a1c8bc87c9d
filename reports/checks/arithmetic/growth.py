"""Computes the exact growth between two printed numbers, and how a stated one was rounded."""

import re
from dataclasses import dataclass
from decimal import ROUND_UP, Decimal

from reports.checks.arithmetic.rounding import (
    HUNDRED,
    ONE,
    ZERO,
    addable_amount,
    can_be_printed_for,
    fold_unit,
    format_number,
    is_addable,
    is_cut_short,
    round_down,
    round_half_up,
)
from reports.core.figures import Figure, Qualifier, Unit

FALL = re.compile(
    r"\b(?:baiss|réduct|réduit|diminu|recul|de moins\b|en moins\b|perd|f[ae]ll(?:en|s|ing)?\b"
    r"|decreas|declin|reduc|dropp?|down\b|fewer\b|less\b|lower\b)",
    re.IGNORECASE,
)
RISE = re.compile(
    r"\b(?:hauss|augment|croissance|progress|accroiss|de plus\b|en plus\b|supplément|ris(?:e|en)\b"
    r"|rose\b|increas|grew\b|grow|up\b|more\b|higher\b)",
    re.IGNORECASE,
)
MULTIPLIED = re.compile(r"\bmultipli\w*\s+par\s*$", re.IGNORECASE)
DIVIDED = re.compile(r"\bdivis\w*\s+par\s*$", re.IGNORECASE)
TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")
BOUNDS = (Qualifier.MORE_THAN, Qualifier.AT_LEAST, Qualifier.LESS_THAN)


@dataclass(frozen=True)
class Growth:
    """A stated growth, and the figures at its start and end.

    `kind` is percent, points, difference, factor or quotient. `sign` is -1 for a decrease that is
    stated in words with a positive number.
    """

    stated: Figure
    start: Figure
    end: Figure
    kind: str
    sign: int = 1

    @property
    def value(self) -> Decimal:
        """The stated growth, as a signed number."""
        return (self.stated.value or ZERO) * self.sign

    @property
    def exact(self) -> Decimal | None:
        """The growth that the two printed numbers give; None where they give none."""
        start, end = addable_amount(self.start), addable_amount(self.end)
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
        """Return whether the stated growth is the exact one, well rounded, or that cannot be
        decided.
        """
        exact = self.exact
        if exact is None:
            return not self.is_from_nothing
        if self.stated.qualifier in (*BOUNDS, Qualifier.ABOUT, Qualifier.RANGE):
            return can_be_printed_for(self.stated, exact * self.sign)
        if self.kind in ("percent", "points") and is_cut_short(self.value, exact, self.step):
            return True
        return round_half_up(exact, self.step) == self.value

    @property
    def is_from_nothing(self) -> bool:
        """Return whether the growth is of nothing: no percentage and no factor is right then."""
        start, end = addable_amount(self.start), addable_amount(self.end)
        if self.kind == "quotient":
            start, end = end, start
        return self.kind in ("percent", "factor", "quotient") and start == 0 and bool(end)

    @property
    def way(self) -> str:
        """How the stated value came about, in French; empty where that cannot be seen."""
        exact = self.exact
        if exact is None:
            return ""
        if round_down(exact, self.step) == self.value:
            return "arrondi vers le bas" if exact > 0 else "arrondi vers zéro"
        if (exact / self.step).to_integral_value(ROUND_UP) * self.step == self.value:
            return "arrondi vers le haut" if exact > 0 else "arrondi au-delà"
        ratio = exact + HUNDRED
        ratios = (round_half_up(ratio, self.step), round_down(ratio, self.step))
        return "cumulative" if self.kind == "percent" and ratio > 0 and self.value in ratios else ""

    @property
    def is_bounded(self) -> bool:
        """Return whether one of the two numbers is only a bound."""
        return self.start.qualifier in BOUNDS or self.end.qualifier in BOUNDS

    @property
    def description(self) -> str:
        """The exact growth, in words of its kind."""
        exact = self.exact or ZERO
        sign = "+" if exact > 0 and self.kind in ("percent", "points", "difference") else ""
        match self.kind:
            case "percent" | "points":
                unit = "%" if self.kind == "percent" else "points"
                return f"{sign}{format_number(round_half_up(exact, TENTH))} {unit}"
            case "difference":
                return f"{sign}{format_number(exact)}"
        times = "×" if self.kind == "factor" else "÷"
        return f"{times} {format_number(round_half_up(exact, HUNDREDTH))}"


def detect_kind(stated: Figure, before: str, after: str) -> tuple[str, int] | None:
    """Return the kind of growth that a figure states among its words, and its sign; None if it
    states none.
    """
    words = f"{before} {after}"
    if stated.value is None or stated.qualifier is Qualifier.FROM_TO:
        return None
    multiplied = stated.unit is None and MULTIPLIED.search(before)
    if stated.qualifier is Qualifier.FACTOR or multiplied:
        return "factor", 1
    if stated.unit is None and DIVIDED.search(before):
        return "quotient", 1
    signed = stated.qualifier is Qualifier.CHANGE
    sign = -1 if FALL.search(words) and stated.value > 0 else 1
    if not signed and sign == 1 and not RISE.search(words):
        return None
    kinds: dict[Unit | None, str] = {Unit.PERCENT: "percent", Unit.POINT: "points"}
    return kinds.get(stated.unit, "difference"), sign


def same_kind(start: Figure, end: Figure, how: str) -> bool:
    """Return whether two figures can be compared as growth of this kind."""
    same = is_addable(start) and is_addable(end) and fold_unit(start) is fold_unit(end)
    return same and (how != "points" or start.unit in (Unit.PERCENT, Unit.POINT, None))
