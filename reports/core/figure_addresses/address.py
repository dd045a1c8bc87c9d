"""The two kinds of addresses, and how each is written as text and parsed.

    r.<report>.<year>.<block>[.<item>[.<part>…]]
    r.<report>.v<version>.<block>[.<item>[.<part>…]]
    i.<code>.<period>.<result or target>

Only characters are used that need no escape in URLs, JSON and HTML attributes; case counts.
`segments` writes ids and names. If a part belongs to the block itself, the item is `~`. A period is
a year, `2024`, or its first and last day, `20230901-20240831`.
"""

import datetime
import re
from dataclasses import dataclass
from typing import TypeGuard
from uuid import UUID

from reports.core.document.pointer import Pointer
from reports.core.figure_addresses.segments import (
    EMPTY,
    AddressError,
    read_id,
    read_name,
    write_id,
    write_name,
)

PLACE, RESULT = "r", "i"
KINDS = ("result", "target")
MAX_ADDRESS_CHARACTERS = 2000  # of a text that is read: ids that editors never see have up to 100
YEAR = re.compile(r"[1-9]\d{3}", re.ASCII)
VERSION = re.compile(r"v([1-9]\d{0,8})", re.ASCII)
PERIOD = re.compile(r"(\d{4})(\d\d)(\d\d)-(\d{4})(\d\d)(\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class PlaceAddress:
    """The address of a place in a report, as it is in the current report of a year or in a version.

    The year is a part of the address: if a page becomes the report of another year, its ids stay
    the same, but it no longer has what was addressed.
    """

    report: UUID
    """The stable key of the report, which is its id in the graph."""
    pointer: Pointer
    year: int | None = None
    version: int | None = None
    """The number of the version."""

    def __post_init__(self) -> None:
        edition = write_edition(self)
        if (self.year is None) == (self.version is None):
            raise AddressError("a place is in the report of a year or in a version, not in both")
        if not (YEAR.fullmatch(edition) or VERSION.fullmatch(edition)):
            raise AddressError(f"{edition} is neither a year nor the number of a version")

    def __str__(self) -> str:
        pointer = self.pointer
        segments = [PLACE, write_id(str(self.report)), write_edition(self), write_id(pointer.block)]
        if pointer.item or pointer.part:
            segments.append(write_id(pointer.item))
        return ".".join((*segments, *map(write_id, pointer.part)))


@dataclass(frozen=True, slots=True)
class ResultAddress:
    """The address of the result, or the target, of an indicator for a period."""

    code: str
    start: datetime.date
    end: datetime.date
    kind: str
    """`result` or `target`."""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise AddressError(f"{self.kind!r} is neither a result nor a target")
        if self.start > self.end:
            raise AddressError(f"the period that begins on {self.start} ends on {self.end}")

    def __str__(self) -> str:
        return ".".join((RESULT, write_name(self.code), write_period(self), self.kind))


FigureAddress = PlaceAddress | ResultAddress


def is_in_report(address: FigureAddress, key: UUID | None) -> TypeGuard[PlaceAddress]:
    """Return whether an address is of a place in the report `key` as it is, and in no version."""
    return isinstance(address, PlaceAddress) and address.version is None and address.report == key


def parse_address(text: str) -> FigureAddress:
    """Return the address that a text is; raise `AddressError` if it is none, or is spelled
    otherwise than Bilan spells it: equal addresses have equal texts.
    """
    if len(text) > MAX_ADDRESS_CHARACTERS:
        raise AddressError(f"an address has at most {MAX_ADDRESS_CHARACTERS} characters")
    kind, *segments = text.split(".")
    address: FigureAddress
    if kind == PLACE and len(segments) >= 3:
        address = read_place(*segments)
    elif kind == RESULT and len(segments) == 3:
        address = read_result(*segments)
    else:
        raise AddressError(f"{text[:100]!r} has not the form of an address")
    if str(address) != text:
        raise AddressError(f"{text[:100]!r} is spelled {str(address)[:100]!r}")
    return address


def read_place(
    report: str, edition: str, block: str, item: str = EMPTY, *part: str
) -> PlaceAddress:
    pointer = Pointer(read_id(block), read_id(item), tuple(map(read_id, part)))
    year, version = YEAR.fullmatch(edition), VERSION.fullmatch(edition)
    if not year and not version:
        raise AddressError(f"{edition[:20]!r} is neither a year nor the number of a version")
    try:
        key = UUID(read_id(report))
    except ValueError as error:
        raise AddressError(f"{report[:50]!r} is not the key of a report") from error
    return PlaceAddress(
        key, pointer, int(edition) if year else None, int(version[1]) if version else None
    )


def read_result(code: str, period: str, kind: str) -> ResultAddress:
    return ResultAddress(read_name(code), *read_days(period), kind)


def read_days(period: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of a written period."""
    try:
        if YEAR.fullmatch(period):
            return datetime.date(int(period), 1, 1), datetime.date(int(period), 12, 31)
        if found := PERIOD.fullmatch(period):
            first, last = list(map(int, found.groups()[:3])), list(map(int, found.groups()[3:]))
            return datetime.date(*first), datetime.date(*last)
    except ValueError as error:
        raise AddressError(f"{period!r} has a day that there is not") from error
    raise AddressError(f"{period[:50]!r} is not a period")


def write_edition(address: PlaceAddress) -> str:
    return f"v{address.version}" if address.version is not None else f"{address.year}"


def write_period(address: ResultAddress) -> str:
    start, end = address.start, address.end
    if start.year >= 1000 and (start, end) == (
        start.replace(month=1, day=1),
        start.replace(month=12, day=31),
    ):
        return str(start.year)
    return f"{write_day(start)}-{write_day(end)}"


def write_day(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")
