"""Numbers of sections that were typed by hand: the outline computes them."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.rule import Severity, Slip, rule
from reports.checks.rules.anchors import heading, target
from reports.richtext import plain

NAMED = re.compile(
    r"\b((?:sous-)?sections?|parties?|chapitres?|paragraphes?|§)\s*(\d{1,2}(?:\.\d{1,2})*)"
    r"(?![\w%€]|[.,]\d|[ \u00a0\u202f]\d)",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\s*(?:,|et|ou|à|-)?\s*(?:(?:\d[\d., ]*)?(?:de\s+l|du|de\s+la|des|d)\b)", re.IGNORECASE
)
THE = re.compile(r"(?:\bl[ae]|\bvoir|\bcf\.?)\s+\Z", re.IGNORECASE)
LINK = re.compile(r"<a\b[^>]*>.*?</a>", re.DOTALL)
TYPED = re.compile(
    r"(?:(?:partie|section|chapitre|sous-section)\s+(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+)\s*[.):–—-]"
    r"|\d{1,2}(?:\.\d{1,2})*\s*[.)]\s+(?=\D)"
    r"|\d{1,2}\s?[–—-]\s+(?=\D)"
    r"|\d{1,2}\s?:\s+(?=\D)"
    r"|\d{1,2}(?:\.\d{1,2})+\.?\s*[–—:-]?\s+(?=[^\W\d])(?!milli)"
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
def section_number(report: Reading) -> Iterator[Slip]:
    for link in report.links:
        said, found = NAMED.search(link.text), target(report, link)
        led = heading(*found) if found else None
        if said and led and not covers(said[2], led.number):
            yield Slip(
                link.place,
                f"Le lien dit « {said[0]} » et mène à « {led.number} {led.text} ».",
                f"Écrivez « {said[1]} {led.number} », ou citez le titre.",
                (said[0], led.number, led.text),
                (led.place,),
            )
    numbers = {h.number for h in report.headings}
    if not numbers:
        return
    for text in report.texts:
        words = plain(LINK.sub(" … ", text.html)) if text.html else text.text
        if text.role in ("heading", "name", "cell", "column"):
            continue
        for said in NAMED.finditer(words):
            if said[1].lower().startswith("pa") and not THE.search(words, 0, said.start()):
                continue  # « en partie 12 mois » names no part
            if said[2] not in numbers and not ELSEWHERE.match(words, said.end()):
                yield Slip(
                    text.place,
                    f"Le texte renvoie à « {said[0]} », et aucun titre n’a ce numéro.",
                    "Corrigez le numéro, ou citez le titre avec un lien.",
                    (said[0],),
                )


def covers(said: str, number: str) -> bool:
    """Whether a typed number is that of a heading or of a part that holds it."""
    return number == said or number.startswith(f"{said}.")


@rule(
    "typed-number",
    Severity.WARNING,
    "Titre numéroté à la main",
    "Un titre commence par un numéro tapé (« 3. », « 2.1 – », « Partie 2 : ») : il s’ajouterait au "
    "numéro calculé.",
)
def typed_number(report: Reading) -> Iterator[Slip]:
    for found in report.headings:
        if typed := TYPED.match(found.text.strip()):
            yield Slip(
                found.place,
                f"« {found.text} » commence par un numéro tapé ; le numéro calculé est "
                f"{found.number or 'absent'}.",
                f"Supprimez « {typed[0].strip()} ».",
                (found.text,),
            )
