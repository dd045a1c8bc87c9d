"""Describes the difference between two figures in French, for the table of two years."""

from decimal import Decimal, localcontext

from reports.core.figures import Figure, Qualifier, State, Unit

PRECISION_DIGITS = 60  # more than any figure has
TENTH = Decimal("0.1")
YEAR_RANGE = range(1900, 2100)


def describe_evolution(before: Figure, after: Figure) -> str:
    """Return « +3, soit +1,4 % », or points for percentages; empty without two exact numbers."""
    if not (is_exact(before) and is_exact(after)) or before.unit is not after.unit:
        return ""
    if is_year_like(before) and is_year_like(after):
        return ""
    with localcontext(prec=PRECISION_DIGITS):
        one, other = Decimal(before.value or 0), Decimal(after.value or 0)
        difference = other - one
        if not difference:
            return ""
        step = min(before.step or Decimal(1), after.step or Decimal(1))
        unit = Unit.POINT if after.unit is Unit.PERCENT else after.unit
        difference_text = format_difference(difference, step, unit)
        if unit is Unit.POINT or one <= 0:
            return difference_text
        share = (difference / one * 100).quantize(TENTH)
    return (
        f"{difference_text}, soit {format_difference(share, TENTH, Unit.PERCENT)}"
        if share
        else difference_text
    )


def is_exact(figure: Figure) -> bool:
    """Return whether a figure is one exact number."""
    return (
        figure.value is not None
        and figure.value_to is None
        and figure.qualifier is Qualifier.EXACT
        and figure.state is State.VALUE
    )


def is_year_like(figure: Figure) -> bool:
    """Return whether a figure looks like a year."""
    return figure.unit is None and figure.step == 1 and figure.value in YEAR_RANGE


def format_difference(value: Decimal, step: Decimal, unit: Unit | None) -> str:
    """Return a difference in French typography, with its sign."""
    return Figure(
        "", value=value, step=step, unit=unit, qualifier=Qualifier.CHANGE, state=State.VALUE
    ).text
