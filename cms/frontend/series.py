"""Arranges the series of an indicator by period, and selects the values that can be compared."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

RESULT, TARGET = "RESULT", "TARGET"
RELATIVE = ("CHANGE", "FACTOR")  # no levels: they only compare with their like
WITH_VALUE = ("VALUE", "PROVISIONAL")
TOLERANCE_DAYS = 5  # days by which periods that are called the same differ, such as quarters


@dataclass
class Period:
    """One period of a series, with the graph's entries for its result and its target."""

    label: str
    start: datetime.date
    end: datetime.date
    result: dict[str, Any] | None = None
    target: dict[str, Any] | None = None

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def middle(self) -> float:
        """The middle day of the period as a number, for drawing."""
        return (self.start.toordinal() + self.end.toordinal()) / 2

    @property
    def change(self) -> str | None:
        return self.result["change"] if self.result else None

    @property
    def attainment(self) -> str | None:
        return self.result["attainment"] if self.result else None

    @property
    def earlier(self) -> list[dict[str, Any]]:
        """The values that were later restated; mistyped ones do not count."""
        entries = [entry for entry in (self.result, self.target) if entry]
        return [each for entry in entries for each in entry["earlier"] if not each["isTypo"]]

    @property
    def reports(self) -> list[dict[str, str]]:
        """The places where reports state these values, each once."""
        places = {}
        for entry in (self.result, self.target):
            if entry:
                path = f"{entry['report']['path']}#{entry['block']}"
                places[path] = {"path": path, "title": entry["report"]["title"]}
        return list(places.values())


def arrange_periods(series: Iterable[dict[str, Any]]) -> list[Period]:
    """Return one period for each span of days in a series, in the order of the series."""
    periods: dict[tuple[str, str], Period] = {}
    for entry in series:
        span = entry["period"]["start"], entry["period"]["end"]
        period = periods.get(span)
        if period is None:
            start, end = map(datetime.date.fromisoformat, span)
            period = periods[span] = Period(name_period(entry["period"], start, end), start, end)
        if entry["kind"] == TARGET:
            period.target = entry
        else:
            period.result = entry
    return list(periods.values())


def name_period(period: dict[str, Any], start: datetime.date, end: datetime.date) -> str:
    """Return « 2024 » for a whole year, and the printed label for other periods."""
    is_year = (start.month, start.day) == (1, 1) and end == start.replace(month=12, day=31)
    return str(start.year) if is_year else str(period["label"])


def read_number(figure: dict[str, Any] | None) -> Decimal | None:
    """Return the number of a figure with exactly one; None for ranges and words."""
    if figure is None or figure["state"] not in WITH_VALUE:
        return None
    if figure["value"] is None or figure["valueTo"] is not None:
        return None
    return Decimal(figure["value"])


def measure_of(figure: dict[str, Any]) -> tuple[str | None, str | None, str]:
    """Return the key that figures must share to be drawn on one axis."""
    relative = figure["qualifier"] if figure["qualifier"] in RELATIVE else ""
    return figure["unit"], figure["currency"], relative


def select_comparable(periods: list[Period]) -> list[Period]:
    """Return the periods as long as that of the last result that has a number."""
    last = find_last_result(periods)
    return [p for p in periods if last and abs(p.days - last.days) <= TOLERANCE_DAYS]


def find_last_result(periods: list[Period]) -> Period | None:
    results = (p for p in reversed(periods) if p.result)
    return next(
        (p for p in results if p.result and read_number(p.result["figure"]) is not None), None
    )


def find_measure(periods: list[Period]) -> tuple[str | None, str | None, str] | None:
    """Return the measure of the last numeric result; None if there is none."""
    last = find_last_result(periods)
    return measure_of(last.result["figure"]) if last and last.result else None
