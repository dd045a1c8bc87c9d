"""Rules about headings that are bold text, empty or skip a level, and about lone pictograms."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import zip_longest

from reports.checks.rule import Issue, Severity, rule
from reports.core.document.figure_blocks import Chart
from reports.core.document.media_blocks import Download, Picture
from reports.core.document.text_blocks import LEVELS
from reports.core.reading import Reading
from reports.core.reading.lines import iterate_lines, split_paragraphs
from reports.core.reading.parts import Heading
from reports.core.text.grouping import group_values
from reports.core.text.stems import fold_accents

MAX_TITLE_CHARACTERS = 80  # characters of a title
REPORT = re.compile(r"\b(?:bilan|rapport|report|review|compte rendu)\b", re.IGNORECASE)
ENDED = re.compile(r"[.!?…:;,][\s»”\")]*$")
SILENT = "°©®™"
JOINERS = "\u200d\ufe0e\ufe0f\u20e3"
MAX_EXAMPLES = 6

NAMES = {1: "le titre du bilan"} | {int(k): f"une {v.lower()}" for k, v in LEVELS.items()}


@rule(
    "bold-as-heading",
    Severity.WARNING,
    "Titre fait de mots en gras",
    "Un court paragraphe tout en gras, sans ponctuation finale, sert de titre : il manque au "
    "sommaire et à la navigation d’un lecteur d’écran (RGAA 9.1). Une phrase en gras qui finit "
    "par un point est une mise en relief.",
    summary="{count} paragraphes en gras servent de titre : {named}.",
)
def bold_as_heading(report: Reading) -> Iterator[Issue]:
    for text in report.texts:
        rank = text.place.rank
        if not text.html or not report.blocks[rank].node.is_running_text:
            continue
        lines = split_paragraphs(text.html)
        after = report.blocks[rank + 1].kind if rank + 1 < len(report.blocks) else "heading"
        for number, line in enumerate(lines, 1):
            heads = number < len(lines) or after != "heading"
            if heads and line.bold and not (line.listed or line.linked) and can_be_title(line.text):
                yield Issue(
                    text.place,
                    f"« {line.text} » est un paragraphe en gras qui sert de titre.",
                    "Faites-en un bloc « Titre », ou finissez la phrase par un point.",
                    (line.text,),
                    name=f"« {line.text} »",
                )


def can_be_title(words: str) -> bool:
    """Return whether words could be a title."""
    return (
        len(words) <= MAX_TITLE_CHARACTERS
        and not ENDED.search(words)
        and any(c.isalpha() for c in words)
    )


@rule(
    "sign-without-words",
    Severity.WARNING,
    "Pictogramme sans mots",
    "Une cellule, un fait, un titre ou un paragraphe n’est fait que de pictogrammes : leur sens "
    "n’est dit ni à qui ne les voit pas, ni à qui ne les connaît pas (RGAA 13.5).",
)
def sign_without_words(report: Reading) -> Iterator[Issue]:
    lines = (line for line in iterate_lines(report) if is_sign(line.text))
    for signs in group_values((line.place.block, line) for line in lines).values():
        first, *others = dict.fromkeys(line.place for line in signs)
        kinds = list(dict.fromkeys(line.text.strip() for line in signs))
        lone = "sont seuls, sans mots" if kinds[1:] else "est seul, sans mots"
        times = f" ({len(signs)} fois)" if len(signs) > len(kinds) else ""
        yield Issue(
            first,
            f"{', '.join(f'« {sign} »' for sign in kinds[:MAX_EXAMPLES])} {lone}{times}.",
            "Écrivez ce que le signe veut dire : « oui », « non » ou « atteint ».",
            tuple(kinds),
            tuple(others),
        )


def is_sign(words: str) -> bool:
    """Return whether words are signs only, one at least of them a picture."""
    if any(map(str.isalnum, words)):
        return False
    marks = [c for c in words if not c.isspace() and c not in JOINERS]
    seen = [c for c in marks if c not in SILENT]
    return any(unicodedata.category(c) == "So" or "\u2190" <= c <= "\u21ff" for c in seen)


@rule(
    "heading-level-skipped",
    Severity.WARNING,
    "Niveau de titre sauté",
    "Un titre descend de plus d’un niveau sous celui qui le précède : le plan a un trou "
    "(RGAA 9.1).",
    summary="{count} titres sautent un niveau : {named}.",
)
def heading_level_skipped(report: Reading) -> Iterator[Issue]:
    before = 1  # the report's own title
    for heading in report.headings:
        if heading.level > before + 1:
            yield Issue(
                heading.place,
                f"« {heading.text} » est {level_name(heading.level)}, sous {level_name(before)}.",
                f"Faites-en {level_name(before + 1)}, ou ajoutez le titre qui manque au-dessus.",
                (heading.text, str(before), str(heading.level)),
                name=f"« {heading.text} »",
            )
        before = heading.level


def level_name(level: int) -> str:
    """Return a level as editors choose it."""
    return NAMES[level]


@rule(
    "bare-heading",
    Severity.WARNING,
    "Titre sans contenu",
    "Un titre n’a rien sous lui : le titre suivant est de même niveau ou plus haut, ou le bilan "
    "finit là. Un titre suivi d’un sous-titre n’est pas signalé, ni le titre du bilan lui-même, au "
    "début.",
)
def bare_heading(report: Reading) -> Iterator[Issue]:
    """Report headings without content. Empty paragraphs are no content; pictures and files are."""
    texts = (text for text in report.texts if text.role != "heading" and text.text.strip())
    shown = (place for kind in (Picture, Chart, Download) for place, _ in report.find_nodes(kind))
    filled = {place.rank for place in (*shown, *(text.place for text in texts))}
    for heading, following in zip_longest(report.headings, report.headings[1:]):
        end = following.place.rank if following else len(report.blocks)
        deeper = following is not None and following.level > heading.level
        is_title = is_own_title(report, heading, following)
        if deeper or is_title or filled.intersection(range(heading.place.rank, end)):
            continue
        after = f"« {following.text} »" if following else "la fin du bilan"
        yield Issue(
            heading.place,
            f"« {heading.text} » n’a rien sous lui : {after} vient juste après.",
            "Écrivez cette partie, ou retirez son titre.",
            (heading.text,),
        )


def is_own_title(report: Reading, heading: Heading, following: Heading | None) -> bool:
    """Return whether a heading that opens the body repeats the title of the report."""
    if following is None or heading.place.rank or following.place.rank != 1:
        return False
    words, titles = fold_accents(heading.text), map(fold_accents, report.context.titles)
    pair = f"{heading.text} {following.text}"
    return any(words in title for title in titles) or (
        str(report.year) in pair and REPORT.search(pair) is not None
    )
