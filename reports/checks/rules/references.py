"""Rules about the records that a report refers to: wrong ones, duplicates, drafts."""

from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.document.printed_reference import PrintedReference
from reports.core.reading import Reading
from reports.core.text.name_matching import MIN_CLOSE_LIKENESS, similarity


@rule(
    "record-unconfirmed",
    Severity.WARNING,
    "Fiche à confirmer",
    "Le nom imprimé d’une ligne, d’une carte ou d’une définition a changé depuis que sa fiche a "
    "été choisie. Tant que la fiche n’est pas confirmée, le public ne la voit pas, et les nombres "
    "de la ligne n’entrent dans aucune série.",
)
def record_unconfirmed(report: Reading) -> Iterator[Issue]:
    for place, reference in report.unconfirmed:
        if not closer_name(report, reference):
            yield Issue(
                place,
                describe_reference(report, reference),
                "Gardez cette fiche, choisissez-en une autre ou retirez-la, là où il est écrit "
                "« À confirmer ».",
                (reference.name, reference.chosen_for, str(reference.key)),
            )


@rule(
    "record-mistaken",
    Severity.ERROR,
    "Fiche d’un autre nom",
    "Le nom imprimé a changé depuis que la fiche a été choisie, et une autre fiche porte un nom "
    "plus proche : la ligne, la carte ou la définition est sans doute reliée à la mauvaise fiche.",
)
def record_mistaken(report: Reading) -> Iterator[Issue]:
    for place, reference in report.unconfirmed:
        if closer := closer_name(report, reference):
            yield Issue(
                place,
                f"{describe_reference(report, reference)[:-1]} ; la fiche « {closer} » porte "
                "un nom plus proche.",
                f"Choisissez la fiche « {closer} », ou gardez celle-ci, là où il est écrit "
                "« À confirmer ».",
                (reference.name, reference.chosen_for, str(reference.key), closer),
            )


def describe_reference(report: Reading, reference: PrintedReference) -> str:
    """Say which record is referred to, and for which name it was chosen."""
    record = record_name(report, reference) or str(reference.key)
    printed = f"« {reference.name} »" if reference.name.strip() else "Une place sans nom"
    return f"{printed} renvoie à la fiche « {record} », choisie pour « {reference.chosen_for} »."


def record_name(report: Reading, reference: PrintedReference) -> str:
    return report.context.record_names.get(reference.refers_to, {}).get(reference.key, "")


def closer_name(report: Reading, reference: PrintedReference) -> str:
    """Return the name of a record that is closer to the printed name; empty if there is none."""
    own = record_name(report, reference)
    best, closest = max(similarity(reference.name, own), MIN_CLOSE_LIKENESS), ""
    for name in dict.fromkeys(report.context.record_names.get(reference.refers_to, {}).values()):
        likeness = similarity(reference.name, name)
        if likeness > best:
            best, closest = likeness, name
    return closest


@rule(
    "record-twice",
    Severity.WARNING,
    "Fiche en double",
    "Le bilan renvoie à une fiche, et une autre du même genre a le même nom, aux espaces, accents, "
    "tirets et capitales près, ou le même site. Si c’est la même chose, sa série et ses mentions "
    "sont partagées entre deux fiches : fusionnez-les. Aucun bilan n’en change, et la fusion se "
    "défait.",
    summary="{names} fiches existent peut-être deux fois : {named}.",
)
def record_twice(report: Reading) -> Iterator[Issue]:
    for block, record, other in report.context.duplicates:
        yield Issue(
            report.places.get(block, report.whole),
            f"La fiche {record} existe peut-être aussi sous {other} : est-ce la même ?",
            "Si oui, fusionnez les deux fiches ; sinon, dites pourquoi elles sont deux.",
            (record, other),
            name=record,
        )


@rule(
    "record-unpublished",
    Severity.WARNING,
    "Fiche en brouillon",
    "Le bilan renvoie à une fiche (service, indicateur, incubateur…) qui n’est pas publiée : le "
    "public lira les mots du bilan, mais ni la fiche ni sa série d’une année à l’autre. Un seul "
    "constat pour toutes les fiches, dès que le brouillon est enregistré.",
    summary="{names} fiches sont en brouillon : le public les verra une fois publiées. {named}.",
)
def record_unpublished(report: Reading) -> Iterator[Issue]:
    """Report draft records to the author, who can still complete them before submitting the report.

    A record created while editing is a draft. It stays one if the publisher of the report may not
    publish it.
    """
    for block, name in report.context.unpublished:
        yield Issue(
            report.places.get(block, report.whole),
            f"La fiche « {name} » est en brouillon : le public la verra une fois publiée.",
            "« Compléter la fiche » l’ouvre. Elle paraît avec le bilan si qui le publie en a le "
            "droit, et si elle n’a été ni retirée ni programmée.",
            (name,),
            name=f"« {name} »",
        )
