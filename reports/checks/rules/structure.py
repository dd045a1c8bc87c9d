"""Titles that are no titles, and signs that stand for words."""

import re
import unicodedata
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.reading.lines import lines, paragraphs
from reports.checks.rule import Severity, Slip, rule

LONGEST = 80  # characters of a title
PROSE = ("paragraph", "callout")
ENDED = re.compile(r"[.!?…:;,][\s»”\")]*$")
SILENT = "°©®™"
JOINERS = "\u200d\ufe0e\ufe0f\u20e3"
SHOWN = 6

NAMES = {1: "le titre du bilan", 2: "une partie", 3: "une section", 4: "une sous-section"}


@rule(
    "bold-as-heading",
    Severity.WARNING,
    "Titre fait de mots en gras",
    "Un court paragraphe tout en gras, sans ponctuation finale, sert de titre : il manque au "
    "sommaire et à la navigation d’un lecteur d’écran (RGAA 9.1). Une phrase en gras qui finit "
    "par un point est une mise en relief.",
)
def bold_as_heading(report: Reading) -> Iterator[Slip]:
    for text in report.texts:
        rank = text.place.rank
        if not text.html or report.blocks[rank].kind not in PROSE:
            continue
        found = paragraphs(text.html)
        after = report.blocks[rank + 1].kind if rank + 1 < len(report.blocks) else "heading"
        for number, line in enumerate(found, 1):
            heads = number < len(found) or after != "heading"
            if heads and line.bold and not (line.listed or line.linked) and titles(line.text):
                yield Slip(
                    text.place,
                    f"« {line.text} » est un paragraphe en gras qui sert de titre.",
                    "Faites-en un bloc « Titre », ou finissez la phrase par un point.",
                    (line.text,),
                )


def titles(words: str) -> bool:
    """Whether words could be a title."""
    return len(words) <= LONGEST and not ENDED.search(words) and any(c.isalpha() for c in words)


@rule(
    "sign-without-words",
    Severity.WARNING,
    "Pictogramme sans mots",
    "Une cellule, un fait, un titre ou un paragraphe n’est fait que de pictogrammes : leur sens "
    "n’est dit ni à qui ne les voit pas, ni à qui ne les connaît pas (RGAA 13.5).",
)
def sign_without_words(report: Reading) -> Iterator[Slip]:
    found: dict[str, list[tuple[str, int]]] = {}
    every = [line for line in lines(report) if is_sign(line.text)]
    for number, line in enumerate(every):
        found.setdefault(line.place.block, []).append((line.text.strip(), number))
    for signs in found.values():
        places = list(dict.fromkeys(every[number].place for _, number in signs))
        kinds = list(dict.fromkeys(sign for sign, _ in signs))
        lone = "sont seuls, sans mots" if kinds[1:] else "est seul, sans mots"
        times = f" ({len(signs)} fois)" if len(signs) > len(kinds) else ""
        yield Slip(
            places[0],
            f"{', '.join(f'« {sign} »' for sign in kinds[:SHOWN])} {lone}{times}.",
            "Écrivez ce que le signe veut dire : « oui », « non » ou « atteint ».",
            tuple(kinds),
            tuple(places[1:]),
        )


def is_sign(words: str) -> bool:
    """Whether words are signs only, one at least of them a picture."""
    marks = [c for c in words if not c.isspace() and c not in JOINERS]
    pictured = any(
        unicodedata.category(c) == "So" or "\u2190" <= c <= "\u21ff"
        for c in marks
        if c not in SILENT
    )
    return pictured and not any(c.isalnum() for c in marks)


@rule(
    "heading-level-skipped",
    Severity.WARNING,
    "Niveau de titre sauté",
    "Un titre descend de plus d’un niveau sous celui qui le précède : le plan a un trou "
    "(RGAA 9.1).",
)
def heading_level_skipped(report: Reading) -> Iterator[Slip]:
    before = 1  # the report's own title
    for heading in report.headings:
        if heading.level > before + 1:
            yield Slip(
                heading.place,
                f"« {heading.text} » est {called(heading.level)}, sous {called(before)}.",
                f"Faites-en {called(before + 1)}, ou ajoutez le titre qui manque au-dessus.",
                (heading.text, str(before), str(heading.level)),
            )
        before = heading.level


def called(level: int) -> str:
    """A level as editors choose it."""
    return NAMES.get(level, f"un titre de niveau {level}")
