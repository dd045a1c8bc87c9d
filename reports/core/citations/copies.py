"""Renews the addresses in the texts of a report that is copied, imported or of another year."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from reports.core.document.block_ids import derive_id, derive_new_ids, list_ids
from reports.core.document.pointer import Pointer
from reports.core.figure_addresses.address import PlaceAddress, parse_address
from reports.core.figure_addresses.segments import AddressError
from reports.core.text.citations import (
    StoredCitation,
    has_citations,
    replace_citations,
    write_citation,
)


def copy_texts(stored: Any, introduction: str, key: UUID, year: int) -> tuple[Any, str]:
    """Return stored blocks and an introduction as they are in the report `key` of a year.

    The blocks have the ids that they have there. A citation of a figure of these blocks names the
    copy of that figure; any other stays.
    """
    renew = partial(derive_id, key)
    follow = partial(
        follow_figure, ids=frozenset(list_ids(stored)), renew=renew, key=key, year=year
    )
    body = change_citations(derive_new_ids(stored, key), follow)
    return body, change_citations(introduction, follow)


def settle_texts(stored: Any, introduction: str, key: UUID, year: int) -> tuple[Any, str]:
    """Return the texts of a report that got another key or year since they were written.

    The citations of figures of these blocks name this report and its year.
    """
    follow = partial(follow_figure, ids=frozenset(list_ids(stored)), renew=str, key=key, year=year)
    return change_citations(stored, follow), change_citations(introduction, follow)


def follow_figure(text: str, **copy: Any) -> str:
    """Return an address as `renew_address` does; a text that is no address stays."""
    try:
        return renew_address(text, **copy)
    except AddressError:  # nobody's, or of a draft without a year
        return text


def renew_address(
    text: str, ids: frozenset[str], renew: Callable[[str], str], key: UUID, year: int
) -> str:
    """Return the address in another report of a place that has one of `ids`; others stay.

    Raises `AddressError`.
    """
    address = parse_address(text)
    if not isinstance(address, PlaceAddress) or address.version is not None:
        return text
    pointer = address.pointer
    if (pointer.item or pointer.block) not in ids:
        return text
    part = tuple(renew(each) if each in ids else each for each in pointer.part)
    renewed = Pointer(renew(pointer.block), pointer.item and renew(pointer.item), part)
    return str(PlaceAddress(key, renewed, year=year))


def change_citations(stored: Any, change: Callable[[str], str]) -> Any:
    """Return stored data whose citations have other texts of addresses."""
    if isinstance(stored, dict):
        return {name: change_citations(value, change) for name, value in stored.items()}
    if isinstance(stored, list):
        return [change_citations(item, change) for item in stored]
    if isinstance(stored, str) and has_citations(stored):
        return replace_citations(stored, partial(write_changed, change=change))
    return stored


def write_changed(citation: StoredCitation, change: Callable[[str], str]) -> str:
    return write_citation(replace(citation, addresses=tuple(map(change, citation.addresses))))
