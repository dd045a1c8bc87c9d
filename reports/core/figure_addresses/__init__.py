"""Addresses of figures, for everything that cites, comments, corrects or embeds a figure.

An address names a place in a report, as it is now or in a version (`PlaceAddress`), or the result
or target of an indicator for a period (`ResultAddress`). It is written as one text in URLs, JSON
and rich text, which only `parse_address` reads. `resolving` finds an address in a document, `words`
describes it to people, and `mapping` finds the same place in another document. The package is pure
Python.
"""

from reports.core.figure_addresses.address import (
    FigureAddress,
    PlaceAddress,
    ResultAddress,
    parse_address,
)
from reports.core.figure_addresses.segments import AddressError

__all__ = ["AddressError", "FigureAddress", "PlaceAddress", "ResultAddress", "parse_address"]
