"""Citations of a body that is copied for another report."""

from typing import Any
from uuid import UUID

from reports.core.citations.copies import copy_texts, settle_texts
from reports.core.document import read
from reports.core.document.block_ids import derive_id
from reports.core.figure_addresses import PlaceAddress, ResultAddress, parse_address
from reports.core.figure_addresses.resolving import find_place, get_places
from reports.core.text.citations import StoredCitation, list_citations, write_citation

OLD = UUID("6d9f1c0e-1111-4222-8333-444455556666")
NEW = UUID("0b1a2c3d-5555-4666-9777-888899990000")


def make_body(*addresses: str) -> list[dict[str, Any]]:
    html = "".join(write_citation(StoredCitation((each,), "same", "58")) for each in addresses)
    return [
        {"type": "paragraph", "id": derive_id("text"), "value": {"text": f"<p>{html}</p>"}},
        {
            "type": "data_table",
            "id": derive_id("table"),
            "value": {
                "caption": "Services",
                "table": {
                    "columns": [
                        {"id": derive_id("head"), "heading": "Nombre"},
                        {"id": derive_id("2024"), "heading": "2024"},
                    ],
                    "rows": [{"id": derive_id("row"), "cells": ["Suivis", "58"]}],
                },
            },
        },
    ]


def address_in(body: list[dict[str, Any]], key: UUID, year: int) -> str:
    (place,) = [place for place in get_places(read(body)) if place.figure]
    return str(PlaceAddress(key, place.pointer, year=year))


def cited(body: list[dict[str, Any]]) -> list[str]:
    return [each.addresses[0] for each in list_citations(body[0]["value"]["text"])]


def test_a_citation_of_the_body_follows_its_figure() -> None:
    body = make_body(address_in(make_body(), OLD, 2024))
    copy, introduction = copy_texts(body, body[0]["value"]["text"], NEW, 2025)

    (found,) = cited(copy)
    assert [each.addresses for each in list_citations(introduction)] == [(found,)]
    assert found == address_in(copy, NEW, 2025)
    address = parse_address(found)
    assert isinstance(address, PlaceAddress)
    place = find_place(read(copy), address.pointer)
    assert place
    assert place.text == "58"


def test_what_is_stored_beside_a_line_follows_too() -> None:
    citation = StoredCitation((address_in(make_body(), OLD, 2024),), "same", "58", 2)
    body = make_body()
    body[1]["value"] |= {"caption": "De 58 à 58", "cited": write_citation(citation)}
    copy, _ = copy_texts(body, "", NEW, 2025)

    (found,) = list_citations(copy[1]["value"]["cited"])
    assert (found.addresses, found.occurrence) == ((address_in(copy, NEW, 2025),), 2)


def test_other_citations_stay() -> None:
    elsewhere = str(PlaceAddress(OLD, parse_place().pointer, year=2023))
    version = address_in(make_body(), OLD, 2024).replace(".2024.", ".v3.")
    result = "i.services.2024.result"
    assert isinstance(parse_address(result), ResultAddress)

    copy, _ = copy_texts(make_body(elsewhere, version, result, "r.x"), "", NEW, 2025)
    assert cited(copy) == [elsewhere, version, result, "r.x"]


def test_a_copy_without_a_year_keeps_its_words() -> None:
    own = address_in(make_body(), OLD, 2024)
    assert cited(copy_texts(make_body(own), "", NEW, 0)[0]) == [own]


def parse_place() -> PlaceAddress:
    address = parse_address(f"r.{'A' * 22}.2023.absent")
    assert isinstance(address, PlaceAddress)
    return address


def test_a_report_of_another_year_or_key_cites_its_own_figures() -> None:
    elsewhere = f"r.{'A' * 22}.2023.absent"
    body = make_body(address_in(make_body(), OLD, 2024))
    other = make_body(elsewhere)
    html = body[0]["value"]["text"]

    for key, year in ((OLD, 2025), (NEW, 2024)):
        settled, introduction = settle_texts(body, html, key, year)
        assert cited(settled) == [address_in(body, key, year)]
        assert [each.addresses for each in list_citations(introduction)] == [tuple(cited(settled))]
        assert settled[1:] == body[1:]
    assert settle_texts(other, "", NEW, 2025) == (other, "")
    assert settle_texts(body, html, OLD, 2024) == (body, html)
