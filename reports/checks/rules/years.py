"""Facts, pictures and sentences of another year than the report's."""

import re
from collections.abc import Iterator

from reports.checks.comparing.dates import COMING, COMPARING, YEAR, opens, told, years
from reports.checks.reading import Reading
from reports.checks.reading.parts import Fact
from reports.checks.reading.place import Place
from reports.checks.rule import Severity, Slip, rule
from reports.figures import split
from reports.search.stems import folded

OPENING = re.compile(
    r"(?:en|fin|début|au cours de(?: l[’'ʼ]année)?|durant(?: l[’'ʼ]année)?|l[’'ʼ]année|"
    r"à la fin de(?: l[’'ʼ]année)?)\s(20\d\d)\b",
    re.IGNORECASE,
)
DATED = {"impact_cards", "comparison_cards", "key_figures"}
ASIDE = re.compile(r"(\([^)]*\))|[;,]\s|\s[-–—]\s")
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


@rule(
    "fact-year",
    Severity.WARNING,
    "Fait d’une autre année",
    "Un fait nomme une autre année que la période, le titre ou le bilan dans lequel il est "
    "imprimé. Les comparaisons (« depuis 2022 », « contre 12 en 2022 ») ne sont pas signalées, ni "
    "le mois de janvier qui suit la période.",
)
def fact_year(report: Reading) -> Iterator[Slip]:
    kinds = {block.id: block.kind for block in report.blocks}
    titled = {
        block.id: [group["title"] or "" for group in block.value["groups"]]
        for block in report.blocks
        if block.kind == "key_figures"
    }
    for fact in report.facts:
        kind = kinds.get(fact.place.block)
        if fact.heading == "growth" or kind not in DATED or COMPARING.search(fact.line):
            continue
        line = claimed(fact)
        groups = titled.get(fact.place.block, [])
        rank = next((int(label) for label in fact.place.trail if label.isdigit()), 0)
        group = groups[rank - 1] if 0 < rank <= len(groups) else ""
        above = (fact.heading, group, fact.place.section)
        where = next((text for text in above if years(text)), f"bilan {report.year}")
        if strays(line, where, report.year, strictly=bool(years(fact.heading))):
            yield Slip(
                fact.place,
                f"« {fact.line} » nomme {' et '.join(map(str, years(line)))}, sous « {where} ».",
                "Corrigez l’année, ou déplacez ce fait.",
                (where, fact.line),
            )


def claimed(fact: Fact) -> str:
    """A fact's line without the asides that have a figure, and so perhaps a year, of their own."""
    if not fact.figure.is_number:
        return fact.line
    first, *others = ASIDE.split(fact.after)
    return " ".join((fact.before, first, *(o for o in others if o and not split(o).expression)))


def strays(line: str, where: str, year: int, *, strictly: bool) -> bool:
    """Whether a line only names years that are not those of what it stands under."""
    allowed = {*told(where), *years(where)} if strictly else {*told(where), year}
    if not years(line) or allowed.intersection(told(line)):
        return False
    if allowed.intersection(years(line)):  # January of the year itself, which may be a left-over
        return bool(opens(where)) and opens(line) != opens(where)
    return not (min(told(line)) > max(allowed) and COMING.search(line))


@rule(
    "picture-year",
    Severity.WARNING,
    "Image d’une autre année",
    "Le nom du fichier d’une image porte une autre année que le bilan : c’est peut-être l’image "
    "d’un autre bilan.",
)
def picture_year(report: Reading) -> Iterator[Slip]:
    pictures = [(i.place, i.source_url, i.picture, i.caption) for i in report.images]
    pictures += [(c.place, "", c.picture, c.title) for c in report.charts]
    for place, url, picture, caption in pictures:
        path, _, name = url.partition("?")[0].rpartition("/")
        title = report.around.pictures.get(picture, "") if picture is not None else ""
        for text in (name, path, title):
            if found := filed(text):
                if not found & {report.year, *years(caption)} and near(found, report.year):
                    yield Slip(
                        place,
                        f"L’image « {text} » porte l’année "
                        f"{' et '.join(map(str, sorted(found)))}, le bilan est celui de "
                        f"{report.year}.",
                        "Vérifiez que c’est la bonne image, ou renommez le fichier.",
                        (text, str(report.year)),
                    )
                break


def filed(name: str) -> set[int]:
    """The years in the name of a file."""
    return {int(year) for year in YEAR.findall(name)}


def near(found: set[int], year: int) -> bool:
    """Whether a number in a file's name is likely to be the year of a report."""
    return any(abs(year - one) <= 5 for one in found)


@rule(
    "stale-sentence",
    Severity.WARNING,
    "Phrase restée de l’année dernière",
    "Une phrase datée (« En 2023, … », « début 2024 ») est mot pour mot celle du bilan de l’année "
    "dernière.",
)
def stale_sentence(report: Reading) -> Iterator[Slip]:
    if report.last is None:
        return
    known = {folded(sentence) for _, sentence in dated(report.last)}
    for place, sentence in dated(report):
        if folded(sentence) not in known or COMPARING.search(sentence):
            continue
        begins = OPENING.match(sentence)
        current = begins and int(begins[1]) == report.last.year
        if current or set(opens(sentence)) == {report.year} == set(years(sentence)):
            yield Slip(
                place,
                f"« {sentence} » se lit déjà dans le bilan {report.last.year}.",
                "Mettez la phrase et son année à jour.",
                (sentence,),
            )


def dated(report: Reading) -> Iterator[tuple[Place, str]]:
    """The sentences of prose that name a year."""
    for text in report.texts:
        if text.html and years(text.text):
            for sentence in SENTENCE.split(text.text):
                if years(sentence):
                    yield text.place, sentence.strip()
