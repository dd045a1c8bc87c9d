"""Rule that reports terms defined twice."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reports.checks.rule import Issue, Severity, rule
from reports.core.document.text_blocks import Definition
from reports.core.figures import parse
from reports.core.reading import Reading
from reports.core.reading.place import Place
from reports.core.text.grouping import group_values
from reports.core.text.stems import fold_accents

MAX_VALUE_CHARACTERS = 60  # characters of a value
MIN_FORM_NAMES = 2  # names that make a form, at least
PERSON = re.compile(
    r"(?:(?:M\.|Mmes?|MM\.|Dr|Mrs?|Ms)\s)?[A-ZÀ-Ý][\w’'-]++"
    r"(?:\s(?:d[eu]s?|la|le|of|[A-ZÀ-Ý][\w’'.-]*+)){1,4}"
)


@rule(
    "defined-twice",
    Severity.WARNING,
    "Terme défini deux fois",
    "Un terme a deux définitions : l’une des deux porte peut-être le nom d’une autre. Les fiches "
    "qui se suivent (« Coût : 1,2 M€ », « Directrice : Anne Le Goff »), ou dont les intitulés sont "
    "les mêmes dans le même ordre, ne sont pas signalées.",
)
def defined_twice(report: Reading) -> Iterator[Issue]:
    terms = list(report.find_nodes(Definition))
    listed = group_values((place.block, term) for place, term in terms)
    cards = find_cards(listed) | find_same_forms(listed)
    definitions: dict[str, tuple[Place, Definition]] = {}
    for place, term in terms:
        if place.block in cards:
            continue
        first_place, first = definitions.setdefault(fold_accents(term.name), (place, term))
        if first is not term and fold_accents(term.name):
            yield Issue(
                place,
                f"« {term.name.strip()} » est défini deux fois.",
                "Renommez l’un des deux termes, ou réunissez les définitions.",
                (term.name, first.definition.plain, term.definition.plain),
                (first_place,),
            )


def find_cards(listed: Mapping[str, Sequence[Definition]]) -> set[str]:
    """Return the blocks that are cards of names and values."""
    return {block for block, entries in listed.items() if is_card(entries)}


def find_same_forms(listed: Mapping[str, Sequence[Definition]]) -> set[str]:
    """Return the blocks that list the same names in the same order as another, with other values.

    They are one form, filled in for several things.
    """
    forms = group_values(
        (tuple(fold_accents(term.name) for term in entries), (block, entries))
        for block, entries in listed.items()
        if len(entries) >= MIN_FORM_NAMES
    )
    return {
        block
        for filled in forms.values()
        if len(filled) > 1 and len({entries[0].definition.plain for _, entries in filled}) > 1
        for block, _ in filled
    }


def is_card(terms: Sequence[Definition]) -> bool:
    """Return whether most entries name a value, such as « Directrice : Anne Le Goff », « Agents :
    35 »: they define nothing.
    """
    texts = [term.definition.plain.strip() for term in terms]
    values = [text for text in texts if PERSON.fullmatch(text) or is_figure(text)]
    return len(values) * 2 > len(texts)


def is_figure(text: str) -> bool:
    return len(text) <= MAX_VALUE_CHARACTERS and parse(text).is_number
