"""Rules that compare numbers in words with the figures that they cite."""

import re
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.citations.citation import CheckedCitation, Outcome
from reports.core.citations.reading import check_citations, is_own, list_own_places
from reports.core.reading import Reading
from reports.core.reading.place import place_of

RISE = re.compile(r"\b(?:hausse|augment\w*|progress\w*|croissance|croît|gagn\w*|de plus)\b", re.I)
FALL = re.compile(r"\b(?:baiss\w*|diminu\w*|recul\w*|perd\w*|réduction|réduit\w*|de moins)\b", re.I)


@rule(
    "citation-differs",
    Severity.ERROR,
    "Nombre différent du chiffre qu’il cite",
    "Un nombre d’un texte cite un chiffre de ce bilan, ou se calcule à partir de plusieurs, et ne "
    "dit plus la même chose. Un arrondi est admis là où la citation est arrondie.",
)
def citation_differs(report: Reading) -> Iterator[Issue]:
    yield from find_differences(report, are_own=True)


@rule(
    "citation-outdated",
    Severity.WARNING,
    "Nombre cité qui a changé ailleurs",
    "Un nombre d’un texte cite un chiffre d’un autre bilan ou d’un indicateur, qui a changé depuis "
    "qu’il fut écrit.",
)
def citation_outdated(report: Reading) -> Iterator[Issue]:
    yield from find_differences(report, are_own=False)


@rule(
    "citation-without-source",
    Severity.WARNING,
    "Nombre cité sans source",
    "Un nombre d’un texte cite un chiffre qui n’est plus là, qui n’est plus un nombre, ou que le "
    "public ne voit pas. Le nombre reste écrit ; personne ne le compare plus.",
)
def citation_without_source(report: Reading) -> Iterator[Issue]:
    for checked in check_citations(report):
        if checked.outcome is Outcome.LOST:
            words = checked.citation.words
            yield Issue(
                checked.citation.place,
                f"« {words} » cite un chiffre qui n’est plus là.",
                "Choisissez le chiffre qu’il cite, ou retirez la citation.",
                (words, *checked.citation.stored.addresses),
            )


@rule(
    "citation-direction",
    Severity.WARNING,
    "Hausse ou baisse contraire au chiffre cité",
    "Une phrase parle d’une hausse, et le changement qu’elle cite est une baisse, ou l’inverse.",
    language="fr",
)
def citation_direction(report: Reading) -> Iterator[Issue]:
    for checked in check_citations(report):
        if not checked.value or not checked.value.is_signed or not checked.value.number:
            continue
        words = " ".join(checked.citation.around)
        rises, falls = RISE.search(words), FALL.search(words)
        said = rises or falls
        if not said or (rises and falls):
            continue
        if bool(rises) != (checked.value.number > 0):
            change = "une hausse" if checked.value.number > 0 else "une baisse"
            yield Issue(
                checked.citation.place,
                f"« {said[0]} » près de « {checked.citation.words} », alors que le chiffre cité "
                f"est {change}.",
                "Corrigez le mot, ou le chiffre qui est cité.",
                (said[0], checked.citation.words),
            )


def find_differences(report: Reading, *, are_own: bool) -> Iterator[Issue]:
    """Yield an issue for each citation that differs, of figures of its own report or of others."""
    for checked in check_citations(report):
        if checked.outcome is Outcome.DIFFERS and is_own(checked.citation, report) == are_own:
            yield describe_difference(checked, report)


def describe_difference(checked: CheckedCitation, report: Reading) -> Issue:
    """Return the issue about words that say another value than what they cite."""
    citation = checked.citation
    if citation.cut:
        return Issue(
            citation.place,
            f"« {citation.words} » cite un chiffre, et n’est qu’une partie du nombre "
            f"« {citation.cut} ».",
            "Citez le nombre entier, ou retirez la citation.",
            (citation.words, citation.cut),
        )
    said = f"{citation.words}{citation.scale}"
    source = "Le calcul donne" if citation.way.is_computed else "Le chiffre cité est"
    return Issue(
        citation.place,
        f"Le texte dit « {said} ». {source} « {checked.expected} ».",
        f"Écrivez « {checked.expected} », ou corrigez le chiffre.",
        (said, checked.expected),
        tuple(place_of(place.visit) for place in list_own_places(citation, report)),
    )
