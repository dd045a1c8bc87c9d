"""How far one figure is from another: exact, or not said."""

from decimal import Decimal, localcontext

from reports.figures import Figure, Qualifier, State, Unit

DIGITS = 60  # more than any figure has
TENTH = Decimal("0.1")
YEARS = range(1900, 2100)


def evolution(before: Figure, after: Figure) -> str:
    """« +3, soit +1,4 % »; of shares, points. Nothing where one is not a single exact number."""
    if not (exact(before) and exact(after)) or before.unit is not after.unit:
        return ""
    if may_be_year(before) and may_be_year(after):
        return ""
    with localcontext(prec=DIGITS):
        one, other = Decimal(before.value or 0), Decimal(after.value or 0)
        difference = other - one
        if not difference:
            return ""
        step = min(before.step or Decimal(1), after.step or Decimal(1))
        unit = Unit.POINT if after.unit is Unit.PERCENT else after.unit
        said = signed(difference, step, unit)
        if unit is Unit.POINT or one <= 0:
            return said
        share = (difference / one * 100).quantize(TENTH)
    return f"{said}, soit {signed(share, TENTH, Unit.PERCENT)}" if share else said


def exact(figure: Figure) -> bool:
    return (
        figure.value is not None
        and figure.value_to is None
        and figure.qualifier is Qualifier.EXACT
        and figure.state is State.VALUE
    )


def may_be_year(figure: Figure) -> bool:
    return figure.unit is None and figure.step == 1 and figure.value in YEARS


def signed(value: Decimal, step: Decimal, unit: Unit | None) -> str:
    """A difference in French typography, with its sign."""
    return Figure(
        "", value=value, step=step, unit=unit, qualifier=Qualifier.CHANGE, state=State.VALUE
    ).text
