"""Formats numbers in a workbook: 53 is shown as « 53 % », 2500000 as « 2 500 000 € ».

The cells still hold numbers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from odfdo import Element

from cms.frontend.currencies import CURRENCIES

SUFFIXES = {"PERCENT": "\u00a0%"} | {
    unit: f"\u00a0{currency.sign}" for unit, currency in CURRENCIES.items()
}
MIN_GROUPED_VALUE = 10_000  # below, a year would be read as an amount


@dataclass(frozen=True)
class NumberStyle:
    """A format of numbers: decimals, groups of thousands, unit and sign."""

    decimals: int
    is_grouped: bool
    unit: str
    has_sign: bool

    @property
    def name(self) -> str:
        parts = ("signe" * self.has_sign, "groupe" * self.is_grouped, self.unit.lower())
        return "-".join(["nombre", str(self.decimals), *filter(None, parts)])

    def build(self) -> Iterator[Element]:
        """Yield the format of the number, and the style of the cells that have it."""
        sign = "<number:text>+</number:text>" if self.has_sign else ""
        suffix = SUFFIXES.get(self.unit, "")
        yield Element.from_tag(
            f'<number:number-style style:name="format-{self.name}">{sign}'
            f'<number:number number:decimal-places="{self.decimals}"'
            f' number:min-decimal-places="{self.decimals}" number:min-integer-digits="1"'
            f' number:grouping="{str(self.is_grouped).lower()}"/>'
            f"<number:text>{suffix}</number:text></number:number-style>"
        )
        yield Element.from_tag(
            f'<style:style style:name="{self.name}" style:family="table-cell"'
            f' style:data-style-name="format-{self.name}"/>'
        )


@dataclass(frozen=True)
class Quantity:
    """A number and its format."""

    value: Decimal
    style: NumberStyle


def read_quantity(figure: dict[str, Any]) -> Quantity:
    """Return the number of a figure, to be shown as the report prints it."""
    value = Decimal(figure["value"])
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return Quantity(
        value,
        NumberStyle(
            decimals=max(0, -exponent),
            is_grouped=abs(value) >= MIN_GROUPED_VALUE,
            unit=figure["unit"] if figure["unit"] in SUFFIXES else "",
            has_sign=figure["qualifier"] == "CHANGE" and value > 0,
        ),
    )


def list_styles(rows: Iterable[Iterable[Any]]) -> list[NumberStyle]:
    """Return the styles of the quantities in rows, each once, in a stable order."""
    found = {cell.style for row in rows for cell in row if isinstance(cell, Quantity)}
    return sorted(found, key=lambda style: style.name)
