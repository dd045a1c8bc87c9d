"""Documents that not everybody can read."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.reading.parts import DocumentFacts
from reports.checks.reading.place import Place
from reports.checks.rule import Severity, Slip, rule


@rule(
    "document-not-accessible",
    Severity.WARNING,
    "Document qui n’est sans doute pas accessible",
    "Un PDF n’est pas balisé, ne dit pas sa langue ou n’a pas de titre, et rien ne le remplace "
    "(RGAA 13.3). Le document dont le bilan est la version en ligne n’est pas signalé.",
)
def document_not_accessible(report: Reading) -> Iterator[Slip]:
    places: dict[int, list[Place]] = {}
    offered = [
        *((download.document, download.place) for download in report.downloads),
        *((link.document, link.place) for link in report.links),
    ]
    for document, place in offered:
        if document is not None:
            places.setdefault(document, []).append(place)
    for document, where in places.items():
        facts = report.around.documents.get(document)
        if facts is None or not facts.is_pdf or document == report.around.source_document:
            continue
        if lacks := missing(facts):
            first, *others = dict.fromkeys(where)
            yield Slip(
                first,
                f"Le PDF « {facts.title} » {' et '.join(lacks)}.",
                "Remplacez-le par un PDF balisé, ou donnez son contenu dans la page.",
                (facts.title, *lacks),
                tuple(others),
            )


def missing(facts: DocumentFacts) -> list[str]:
    """What a PDF lacks, as the end of a sentence of which it is the subject."""
    return [
        said
        for said, there in (
            ("n’est pas balisé", facts.tagged),
            ("ne dit pas sa langue", facts.language),
            ("n’a pas de titre", facts.titled),
        )
        if not there
    ]
