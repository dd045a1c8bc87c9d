"""Addresses of figures: one value for whatever cites, comments, corrects or embeds a figure.

An address names a place in a report, as it is or as a version has it (`PlaceAddress`), or what is
stated of an indicator for a period (`ResultAddress`). It is text in URLs, JSON and rich text, and
`parse_address` alone reads that text. `resolving` finds what it addresses in a document, `words`
says that to people, and `mapping` finds the same place in another document. The package is pure.
"""

from reports.core.figure_addresses.address import (
    FigureAddress,
    PlaceAddress,
    ResultAddress,
    parse_address,
)
from reports.core.figure_addresses.segments import AddressError

__all__ = ["AddressError", "FigureAddress", "PlaceAddress", "ResultAddress", "parse_address"]
