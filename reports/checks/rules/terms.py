"""Rules that report terms defined twice, and terms defined but never used."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reports.checks.rule import Issue, Severity, rule
from reports.checks.statements.families import Families
from reports.core.comparison.subject import meaningful_stems
from reports.core.document.periods import MONTHS
from reports.core.document.text_blocks import Definition
from reports.core.figures import parse
from reports.core.reading import Reading
from reports.core.reading.place import Place
from reports.core.text.abbreviations import is_spelled_out
from reports.core.text.grouping import group_values
from reports.core.text.stems import fold_accents

ACRONYM = re.compile(r"(?=[^\W\d_]*?[A-ZÀ-Ý]{2})[\w&-]++")
DATE_PARTS = re.compile(r"[^\W\d_]+|\d+")
NUMBERED = re.compile(r"[\w&]+(?:-[\w&]+)*")
MAX_VALUE_CHARACTERS = 60  # characters of a value
FORM = 2  # names that make a form, at least
PERSON = re.compile(
    r"(?:(?:M\.|Mmes?|MM\.|Dr|Mrs?|Ms)\s)?[A-ZÀ-Ý][\w’'-]++"
    r"(?:\s(?:d[eu]s?|la|le|of|[A-ZÀ-Ý][\w’'.-]*+)){1,4}"
)
PROJECTS = re.compile(
    r"\b(?:projets?|réalisations?|chantiers?|opérations?|événements?|temps forts|expositions?"
    r"|projects?|highlights|events?|exhibitions?|distinctions?|prix|labels?|récompenses?"
    r"|trophées?|palmarès|certifications?|awards?|prizes?|recognition|honours?)\b",
    re.IGNORECASE,
)
GLOSSARY = re.compile(
    r"\b(?:glossaire|lexique|sigles?|abréviations?|définitions?|termes?|vocabulaire|glossary"
    r"|terms?|abbreviations?|acronyms?|definitions?)\b",
    re.IGNORECASE,
)
# « 4,6 t » as the name of an entry: a key figure, and no term as « 5G » is
KEY_FIGURE = re.compile(r"[#$£€+−-]?\d[\d.,:/\u00a0\u202f]*+(?:[%€\s]|$)")
BRACKETS = re.compile(r"(?<!\s)\s*+\(([^()]*+)\)\s*+$")


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


@rule(
    "unused-term",
    Severity.WARNING,
    "Terme défini et jamais employé",
    "Un terme ou un sigle est défini, et le bilan ne l’emploie nulle part ailleurs. Un sigle que "
    "sa définition développe (« SIG : Service d’information du Gouvernement ») n’est pas signalé, "
    "ni une fiche de noms et de nombres (« Directrice : Anne Le Goff »), ni ce qui suit un titre "
    "tel que « Projets », « Distinctions » ou « Temps forts ». Un terme compte comme employé dans "
    "un texte qui a tous ses mots, ou des mots de la même famille (« recevabilité », « recevable "
    "») ; des paragraphes qui se suivent sont un seul texte.",
    summary="{count} termes sont définis et ne sont employés nulle part ailleurs : {named}.",
)
def unused_term(report: Reading) -> Iterator[Issue]:
    terms = list(report.find_nodes(Definition))
    if not terms:
        return
    own_lines = {(place.block, place.trail): fold_accents(term.name) for place, term in terms}
    words: set[str] = set()
    lines: list[tuple[str, list[str]]] = []
    last = -2  # the rank of the last paragraph
    for text in report.texts:
        spot = (text.place.block, text.place.trail[:-1])
        if spot in own_lines and text.role == "name":
            continue
        owner = own_lines.get(spot, "")
        rank = text.place.rank
        is_paragraph = report.blocks[rank].kind == "paragraph"
        if not is_paragraph or rank != last + 1:
            lines.append((owner, []))
        lines[-1][1].extend(meaningful_stems(text.text))
        last = rank if is_paragraph else last
        found = NUMBERED.findall(text.text.replace("ʼ", "’"))
        parts = (part for word in found for part in (word, *word.split("-")))
        words |= {fold_accents(part) for part in parts} - {owner}
    families = Families(lines)
    listed = group_values((place.block, term) for place, term in terms)
    cards = find_cards(listed)
    cards |= {place.block for place, _ in terms if is_list_of_projects(report, place)}
    for place, term in terms:
        if place.block in cards or not fold_accents(term.name):
            continue
        if is_explained(term) or is_date(term.name) or KEY_FIGURE.match(term.name.strip()):
            continue
        if not is_used(term.name, words, families):
            yield Issue(
                place,
                f"« {term.name.strip()} » est défini et n’est employé nulle part ailleurs.",
                "Supprimez la définition, ou employez ce terme.",
                (term.name,),
                name=f"« {term.name.strip()} »",
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
        if len(entries) >= FORM
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


def is_list_of_projects(report: Reading, place: Place) -> bool:
    """Return whether the heading above announces projects, whose entries are no definitions."""
    heading = report.heading_above(place)
    if heading is None or GLOSSARY.search(heading.text):
        return False
    return PROJECTS.search(heading.text) is not None


def is_figure(text: str) -> bool:
    return len(text) <= MAX_VALUE_CHARACTERS and parse(text).is_number


def is_date(name: str) -> bool:
    """Return whether a name is that of a month, a year or a day: a calendar is no glossary."""
    return all(word.casefold() in MONTHS or word.isdecimal() for word in DATE_PARTS.findall(name))


def is_explained(term: Definition) -> bool:
    """Return whether a term is an abbreviation that its own entry spells out.

    Such an entry is useful to readers who meet the abbreviation elsewhere.
    """
    name, definition = term.name.strip(), term.definition.plain
    aliases = [BRACKETS.sub("", name), *BRACKETS.findall(name)]
    return any(
        ACRONYM.fullmatch(alias) and is_spelled_out(alias, words)
        for alias in map(str.strip, aliases)
        for words in (definition, name.replace(alias, " "))
    )


def is_used(name: str, words: set[str], families: Families) -> bool:
    """Return whether a term appears anywhere but in its own definition.

    An abbreviation must appear as it is written, another term by words of the same families in one
    text.
    """
    spoken = [BRACKETS.sub("", name), *BRACKETS.findall(name)]
    for alias in filter(None, map(str.strip, spoken)):
        if ACRONYM.fullmatch(alias) or not meaningful_stems(alias):
            if fold_accents(alias) in words:
                return True
        elif families.have(meaningful_stems(alias), fold_accents(name)):
            return True
    return False
