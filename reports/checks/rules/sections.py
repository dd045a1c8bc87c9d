"""Rules about section numbers typed by hand, in references and in headings.

The outline computes the numbers of headings.
"""

import re
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.link_targets import find_heading, find_target
from reports.core.reading import Reading
from reports.core.text.rich_text import ANCHOR, plain

NAMED = re.compile(
    r"\b((?:sous-)?sections?|parties?|chapitres?|paragraphes?|§)\s*(\d{1,2}(?:\.\d{1,2})*)"
    r"(?![\w%€]|[.,]\d|[ \u00a0\u202f]\d)",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"(?:\s?\(\w{1,4}\)){0,3}\s*+(?:,|et|ou|à|-|and|or|to)?+\s*+(?:\d[\d., ]*+)?"
    r"(?:(?:de\s+la?|du|des|d)\b|of\s(?!this\b|the\sreport\b))",
    re.IGNORECASE,
)
LAW = re.compile(r"\b(?:act|code|law|loi|regulations?|directive|décret)\b[^.;]{0,20}\Z", re.I)
THE = re.compile(r"(?:\bl[ae]|\bvoir|\bcf\.?)\s+\Z", re.IGNORECASE)
DIGITS = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
# Typed numbers, with those of parts: they are what texts refer to then, not the outline's.
MIN_TYPED_NUMBERS = 6
CONTEXT_CHARACTERS = 40  # characters before a number in which its article, or a law, is looked for
TYPED = re.compile(
    r"(?:(?:partie|section|chapitre|sous-section)\s+(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+)\s*[.):–—-]"
    r"|\d{1,2}(?:\.\d{1,2})*\s*[.)]\s+(?=\D)"
    r"|\d{1,2}\s?[–—-]\s+(?=\D)"
    r"|\d{1,2}\s?:\s+(?=\D)"
    r"|\d{1,2}(?:\.\d{1,2})++\.?+(?:\s*+[–—:-])?\s++(?=[^\W\d])(?!milli)"
    r"|[IVX]{1,4}\s?[.)–—-]\s+(?=\D)"
    r"|[A-Ha-h]\)\s+|[A-H]\.\s+(?=[^\W\d]{2}))",
    re.IGNORECASE,
)


@rule(
    "section-number",
    Severity.WARNING,
    "Numéro de section faux",
    "Le texte renvoie à « section 4 » et le lien mène à un titre d’un autre numéro, ou aucun titre "
    "n’a ce numéro. « Section 2 » convient pour le titre 2.2.",
)
def section_number(report: Reading) -> Iterator[Issue]:
    for link in report.links:
        reference, target = NAMED.search(link.text), find_target(report, link)
        led = find_heading(*target) if target else None
        if reference and led and not is_number_of(reference[2], led.number):
            yield Issue(
                link.place,
                f"Le lien dit « {reference[0]} » et mène à « {led.number} {led.text} ».",
                f"Écrivez « {reference[1]} {led.number} », ou citez le titre.",
                (reference[0], led.number, led.text),
                (led.place,),
            )
    typed = list(list_typed(report))
    numbers = {*typed, *(h.number for h in report.headings if len(typed) < MIN_TYPED_NUMBERS)}
    if not numbers:
        return
    for text in report.texts:
        words = plain(ANCHOR.sub(" … ", text.html)) if text.html else text.text
        if text.role in ("heading", "name", "cell", "column"):
            continue
        for reference in NAMED.finditer(words):
            before = words[max(0, reference.start() - CONTEXT_CHARACTERS) : reference.start()]
            if reference[1].lower().startswith("pa") and not THE.search(before):
                continue  # « en partie 12 mois » names no part
            if LAW.search(before):
                continue
            if reference[2] not in numbers and not ELSEWHERE.match(words, reference.end()):
                yield Issue(
                    text.place,
                    f"Le texte renvoie à « {reference[0]} », et aucun titre n’a ce numéro.",
                    "Corrigez le numéro, ou citez le titre avec un lien.",
                    (reference[0],),
                )


def list_typed(report: Reading) -> Iterator[str]:
    """Yield the numbers that were typed into headings, and those of the parts that hold them."""
    for heading in report.headings:
        if typed := TYPED.match(heading.text.strip()):
            for number in DIGITS.findall(typed[0]):
                parts = number.split(".")
                yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))


def is_number_of(typed: str, number: str) -> bool:
    """Return whether a typed number is that of a heading or of a part that holds it."""
    return number == typed or number.startswith(f"{typed}.")


@rule(
    "typed-number",
    Severity.WARNING,
    "Titre numéroté à la main",
    "Un titre commence par un numéro tapé (« 3. », « 2.1 – », « Partie 2 : ») : il s’ajouterait au "
    "numéro calculé. Un seul constat pour tous les titres.",
    summary="{count} titres commencent par un numéro tapé : {named}.",
)
def typed_number(report: Reading) -> Iterator[Issue]:
    for heading in report.headings:
        if typed := TYPED.match(heading.text.strip()):
            yield Issue(
                heading.place,
                f"« {heading.text} » commence par un numéro tapé ; le numéro calculé est "
                f"{heading.number or 'absent'}.",
                f"Supprimez « {typed[0].strip()} ».",
                (heading.text,),
                name=f"« {heading.text} »",
            )
