"""Rule that reports linked PDFs that are probably not accessible."""

from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.document.media_blocks import Download
from reports.core.reading import Reading
from reports.core.reading.context import DocumentFacts
from reports.core.text.grouping import group_values


@rule(
    "document-not-accessible",
    Severity.WARNING,
    "Document qui n’est sans doute pas accessible",
    "Un PDF n’est pas balisé, ne dit pas sa langue ou n’a pas de titre, et rien ne le remplace "
    "(RGAA 13.3). Le document dont le bilan est la version en ligne n’est pas signalé.",
    summary="{count} PDF ne sont sans doute pas accessibles à tous : {named}.",
)
def document_not_accessible(report: Reading) -> Iterator[Issue]:
    downloads = ((node.document, place) for place, node in report.find_nodes(Download))
    links = ((link.document, link.place) for link in report.links)
    for document, places in group_values((*downloads, *links)).items():
        facts = report.context.documents.get(document or 0)
        if facts is None or not facts.is_pdf or document == report.context.source_document:
            continue
        if lacks := missing_properties(facts):
            first, *others = dict.fromkeys(places)
            yield Issue(
                first,
                f"Le PDF « {facts.title} » {' et '.join(lacks)}.",
                "Remplacez-le par un PDF balisé, ou donnez son contenu dans la page.",
                (facts.title, *lacks),
                tuple(others),
                f"« {facts.title} »",
            )


def missing_properties(facts: DocumentFacts) -> list[str]:
    """Return what a PDF lacks, as the end of a sentence of which it is the subject."""
    return [
        lack
        for lack, is_given in (
            ("n’est pas balisé", facts.tagged),
            ("ne dit pas sa langue", facts.language),
            ("n’a pas de titre", facts.titled),
        )
        if not is_given
    ]
