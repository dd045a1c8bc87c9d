"""An address is text and is read back as itself; any other text is refused with a reason."""

import datetime
import json
import re
from html import escape
from urllib.parse import quote
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.core.document.pointer import Pointer
from reports.core.figure_addresses import (
    AddressError,
    FigureAddress,
    PlaceAddress,
    ResultAddress,
    parse_address,
)

REPORT = UUID("6f0d3d0e-5b0a-5f3a-9a44-0b6c1f6a7e52")
BLOCK, ROW, COLUMN = (f"00000000-0000-4000-8000-00000000000{digit}" for digit in "123")
KEY = "bw09DlsKXzqaRAtsH2p-Ug"

uuids = st.uuids().map(str)
letters = st.sampled_from('abzAZ019-_.~/+= \n%&"<é€\u202f\ud800😀')
ids = uuids | st.text(letters, max_size=40) | st.text("abcXYZ019_-~.", min_size=22, max_size=22)
pointers = st.builds(Pointer, ids, ids, st.lists(ids, max_size=3).map(tuple))
days = st.dates()
places = st.builds(PlaceAddress, st.uuids(), pointers, st.integers(1000, 9999)) | st.builds(
    lambda report, pointer, number: PlaceAddress(report, pointer, version=number),
    st.uuids(),
    pointers,
    st.integers(1, 999_999_999),
)
results = st.builds(
    lambda code, period, kind: ResultAddress(code, *sorted(period), kind),
    st.text(letters, max_size=40),
    st.tuples(days, days)
    | st.integers(1, 9999).map(
        lambda year: (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    ),
    st.sampled_from(["result", "target"]),
)


@given(places | results)
def test_text_is_read_back(address: FigureAddress) -> None:
    assert parse_address(str(address)) == address


@given(places | results)
def test_text_needs_no_quoting(address: FigureAddress) -> None:
    text = str(address)

    assert quote(text, safe="") == escape(text) == json.dumps(text)[1:-1] == text


@given(st.text(letters, max_size=60) | st.text("ri.~v2024abcAZ-_", max_size=60))
def test_any_other_text_is_refused(text: str) -> None:
    try:
        address = parse_address(text)
    except AddressError:
        return
    assert str(address) == text


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (
            PlaceAddress(REPORT, Pointer(BLOCK, ROW, (COLUMN,)), 2024),
            f"r.{KEY}.2024.AAAAAAAAQACAAAAAAAAAAQ.AAAAAAAAQACAAAAAAAAAAg.AAAAAAAAQACAAAAAAAAAAw",
        ),
        (
            PlaceAddress(REPORT, Pointer(BLOCK, ROW, ("figure",)), version=3),
            f"r.{KEY}.v3.AAAAAAAAQACAAAAAAAAAAQ.AAAAAAAAQACAAAAAAAAAAg.figure",
        ),
        (
            PlaceAddress(REPORT, Pointer(BLOCK, "", ("caption",)), 2024),
            f"r.{KEY}.2024.AAAAAAAAQACAAAAAAAAAAQ.~.caption",
        ),
        (PlaceAddress(REPORT, Pointer(BLOCK), 2024), f"r.{KEY}.2024.AAAAAAAAQACAAAAAAAAAAQ"),
        (PlaceAddress(REPORT, Pointer("é"), 2024), f"r.{KEY}.2024.~w6k"),
        (
            ResultAddress(
                "lances", datetime.date(2024, 1, 1), datetime.date(2024, 12, 31), "result"
            ),
            "i.lances.2024.result",
        ),
        (
            ResultAddress("a.b", datetime.date(2023, 9, 1), datetime.date(2024, 8, 31), "target"),
            "i.~YS5i.20230901-20240831.target",
        ),
    ],
)
def test_text_of_each_kind(address: FigureAddress, text: str) -> None:
    assert str(address) == text
    assert parse_address(text) == address


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "has not the form of an address"),
        ("r", "has not the form of an address"),
        (f"r.{KEY}.2024", "has not the form of an address"),
        (f"x.{KEY}.2024.a", "has not the form of an address"),
        (f"r.{KEY}.24.a", "neither a year nor the number of a version"),
        (f"r.{KEY}.v0.a", "neither a year nor the number of a version"),
        (f"r.{KEY}.٢٠٢٤.a", "neither a year nor the number of a version"),
        ("r.2024.2024.a", "is not the key of a report"),
        (f"r.{REPORT}.2024.a", "is spelled"),
        (f"r.{KEY[:-1]}h.2024.a", "is spelled"),
        (f"r.{KEY}.2024.a.~", "is spelled"),
        (f"r.{KEY}.2024.~YQ", "is spelled"),
        (f"r.{KEY}.2024.~_w", "is not UTF-8"),
        (f"r.{KEY}.2024.~a", "is not Base64"),
        (f"r.{KEY}.2024.~a=", "has other letters than Base64"),
        (f"r.{KEY}.2024.a b", "is not a segment"),
        (f"r.{KEY}.2024.a..b", "is not a segment"),
        ("i.lances.2024.forecast", "neither a result nor a target"),
        ("i.lances.20240101-20241231.result", "is spelled"),
        ("i.lances.20240230-20241231.result", "has a day that there is not"),
        ("i.lances.20241231-20240101.result", "ends on"),
        ("i.lances.T1.result", "is not a period"),
        (f"r.{KEY}.2024.{'a' * 2000}", "at most 2000 characters"),
    ],
)
def test_a_refusal_says_why(text: str, reason: str) -> None:
    with pytest.raises(AddressError, match=re.escape(reason)):
        parse_address(text)


@pytest.mark.parametrize(
    "edition", [{}, {"year": 2024, "version": 1}, {"year": 24}, {"version": 0}]
)
def test_a_place_is_in_one_edition(edition: dict[str, int]) -> None:
    with pytest.raises(AddressError):
        PlaceAddress(REPORT, Pointer(BLOCK), **edition)


def test_case_counts() -> None:
    text = f"r.{KEY}.2024.AAAAAAAAQACAAAAAAAAAAQ"

    assert parse_address(text.replace("AQA", "aQA")) != parse_address(text)
