"""Rules that report facts, pictures and sentences of another year than the report's."""

import re
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.comparison.dates import (
    COMING,
    COMPARING,
    YEAR,
    find_opened_years,
    find_years,
    is_history,
    reported_years,
)
from reports.core.document.figure_blocks import Chart, KeyFigureGroup
from reports.core.document.media_blocks import Picture
from reports.core.figures import split
from reports.core.reading import Reading
from reports.core.reading.parts import Fact
from reports.core.reading.place import Place
from reports.core.text.stems import fold_accents

OPENING = re.compile(
    r"(?:en|fin|début|au cours de(?: l[’'ʼ]année)?|durant(?: l[’'ʼ]année)?|l[’'ʼ]année|"
    r"à la fin de(?: l[’'ʼ]année)?)\s(20\d\d)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(r"(\([^()]*\))|[;,]\s|\s[-–—]\s")
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


@rule(
    "fact-year",
    Severity.WARNING,
    "Fait d’une autre année",
    "Un fait nomme une autre année que la période, le titre ou le bilan dans lequel il est "
    "imprimé. Les comparaisons (« depuis 2022 », « contre 12 en 2022 »), les historiques (« 2021 : "
    "12, 2022 : 15 ») et le mois de janvier qui suit la période ne sont pas signalés.",
)
def fact_year(report: Reading) -> Iterator[Issue]:
    for fact in report.facts:
        block = report.blocks[fact.place.rank]
        if not block.node.has_dated_facts or fact.heading == "growth":
            continue
        if COMPARING.search(fact.line) or is_history(fact.line):
            continue
        line = line_without_asides(fact)
        groups = block.node.groups if block.kind == "key_figures" else ()
        group = next((each.title for each in groups if is_in_group(fact, each)), "")
        above = (fact.heading, group, block.node.display_name, fact.place.section)
        where = next((text for text in above if find_years(text)), f"bilan {report.year}")
        if is_stray(line, where, report.year, strictly=bool(find_years(fact.heading))):
            yield Issue(
                fact.place,
                f"« {fact.line} » nomme {' et '.join(map(str, find_years(line)))}, "
                f"sous « {where} ».",
                "Corrigez l’année, ou déplacez ce fait.",
                (where, fact.line),
            )


def is_in_group(fact: Fact, group: KeyFigureGroup) -> bool:
    """Return whether a fact was read from this group: it has the very figure of one there."""
    return any(each.figure is fact.figure for each in group.facts)


def line_without_asides(fact: Fact) -> str:
    """Return a fact's line without the asides that have a figure, and so perhaps a year, of their
    own.
    """
    if not fact.figure.is_number:
        return fact.line
    first, *others = ASIDE.split(fact.after)
    return " ".join((fact.before, first, *(o for o in others if o and not split(o).expression)))


def is_stray(line: str, where: str, year: int, *, strictly: bool) -> bool:
    """Return whether a line only names years that are not those of what it stands under."""
    allowed = {*reported_years(where), *(find_years(where) if strictly else (year,))}
    if not find_years(line) or allowed.intersection(reported_years(line)):
        return False
    if allowed.intersection(find_years(line)):
        opened = find_opened_years(where)  # January of the year itself, which may be a left-over
        return bool(opened) and find_opened_years(line) != opened
    return not (min(reported_years(line)) > max(allowed) and COMING.search(line))


@rule(
    "picture-year",
    Severity.WARNING,
    "Image d’une autre année",
    "Le nom du fichier d’une image porte une autre année que le bilan : c’est peut-être l’image "
    "d’un autre bilan. Un seul constat pour toutes les images.",
    summary="{count} images portent une autre année que celle du bilan : {named}.",
)
def picture_year(report: Reading) -> Iterator[Issue]:
    images = ((p, i.source_url, i.picture, i.caption) for p, i in report.find_nodes(Picture))
    charts = ((p, "", c.picture, c.title) for p, c in report.find_nodes(Chart))
    for place, url, picture, caption in (*images, *charts):
        path, _, name = url.partition("?")[0].rpartition("/")
        title = report.context.pictures.get(picture, "") if picture is not None else ""
        for text in (name, path, title):
            years = sorted(set(map(int, YEAR.findall(text))))
            is_named = {report.year, *find_years(caption)}.intersection(years)
            # a number far from the report's year is probably none
            if not is_named and any(abs(report.year - year) <= 5 for year in years):
                yield Issue(
                    place,
                    f"L’image « {text} » porte l’année {' et '.join(map(str, years))}, le bilan "
                    f"est celui de {report.year}.",
                    "Vérifiez que c’est la bonne image, ou renommez le fichier.",
                    (text, str(report.year)),
                    name=f"« {text} »",
                )
            if years:
                break


@rule(
    "stale-sentence",
    Severity.WARNING,
    "Phrase restée de l’année dernière",
    "Une phrase datée (« En 2023, … », « début 2024 ») est mot pour mot celle du bilan de l’année "
    "dernière.",
)
def stale_sentence(report: Reading) -> Iterator[Issue]:
    last = report.previous
    known = {fold_accents(sentence) for _, sentence in dated_sentences(last)}
    for place, sentence in dated_sentences(report):
        if fold_accents(sentence) not in known or COMPARING.search(sentence):
            continue
        if is_history(sentence):
            continue
        opening = OPENING.match(sentence)
        is_of_last = opening and int(opening[1]) == last.year
        if place.rank < 0:  # the introduction tells of the report's own year
            is_of_last = is_of_last or set(find_years(sentence)) == {last.year}
        opened, years = set(find_opened_years(sentence)), set(find_years(sentence))
        if is_of_last or opened == years == {report.year}:
            yield Issue(
                place,
                f"« {sentence} » se lit déjà dans le bilan {last.year}.",
                "Mettez la phrase et son année à jour.",
                (sentence,),
            )


def dated_sentences(report: Reading) -> Iterator[tuple[Place, str]]:
    """Yield the sentences of prose that name a year, those of the introduction first."""
    for text in (*report.beside, *report.texts):
        if text.html and find_years(text.text):
            for sentence in SENTENCE.split(text.text):
                if find_years(sentence):
                    yield text.place, sentence.strip()
