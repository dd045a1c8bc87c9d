"""The French names of the kinds of search results."""

from django.conf import settings

from reports_graphql.enums import SearchType

NAMES = {"PASSAGE": ("bilans", "Bilans"), "TERM": ("definitions", "Définitions")}
"""The words of addresses and the titles of kinds that have no page of their own."""
NOTES = {"TERM": "Définition"}  # where the graph calls one otherwise


def name_kinds() -> dict[SearchType, tuple[str, str]]:
    """Return the word in the address and the title of each kind, passages first.

    For a kind with pages both are made from their path: « services » and « Services ».
    """
    kinds = sorted(SearchType, key=lambda kind: kind != SearchType.PASSAGE)
    return {kind: NAMES.get(kind.name) or name_kind(kind) for kind in kinds}


def name_kind(kind: SearchType) -> tuple[str, str]:
    word = settings.RECORD_PAGES.get(kind.name.lower(), kind.label.lower()).strip("/")
    return word, word.capitalize()


def describe_hits() -> dict[str, tuple[str, str]]:
    """Return the kind and the note of results that are records, by their GraphQL type."""
    records = [kind for kind in SearchType if kind != SearchType.PASSAGE]
    return {
        f"{kind.name.title().replace('_', '')}Hit": (
            kind.name.lower(),
            NOTES.get(kind.name, kind.label),
        )
        for kind in records
    }
