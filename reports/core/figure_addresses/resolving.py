"""Finds the place that a pointer leads to in a document."""

from reports.core.document import Document
from reports.core.document.pointer import Pointer
from reports.core.figure_addresses.places import Place, Places, index_places


def find_place(document: Document, pointer: Pointer) -> Place | None:
    """Return what a pointer leads to; None if it is no longer there.

    An item or a row that stands in another block now is found there: the pointer of the place that
    is returned names that block.
    """
    return get_places(document).find(pointer.path)


def get_places(document: Document) -> Places:
    """Return the places of a document, which are listed once."""
    return document.derive(index_places)
