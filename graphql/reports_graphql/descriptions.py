"""Descriptions in the schema that several fields share."""

RELATIVE = "a path on this server, to be prefixed with the server's address"
JOINED = (
    "`before`, `figure` and `after` are read in this order, with a space between those that are "
    "not empty, but without a space before what begins with « , », « . », « ) », « … » or « / », "
    "and with one that does not break before « : », « ; », « ! », « ? » and a closing guillemet."
)


def describe_address(what: str) -> str:
    """Return the description of a link that a report printed."""
    return (
        f"{what} as printed: a complete address, an « #anchor », or a path on the site for which "
        "the report was written; empty if there is none."
    )


def describe_record(what: str) -> str:
    """Return the description of a reference from a report to a living record."""
    return f"{what}; null if none is named, or if it is not public."


def with_article(words: str) -> str:
    """Return words with the article that begins a sentence: "An incubator"."""
    return f"{'An' if words[0] in 'aeiou' else 'A'} {words}"
