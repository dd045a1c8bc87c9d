"""By rule, in the module of its code: reports that it must find fault with, and not."""

from reports.core.reading.context import DocumentFacts
from tests.reports.checks.build import download, prose, report

GOOD = DocumentFacts("Bilan", is_pdf=True, tagged=True, language="fr", titled=True)
LINK = '<p>Voir <a linktype="document" id="7">le rapport</a>.</p>'


def pdf(tagged: bool = True, language: str = "fr", titled: bool = True) -> DocumentFacts:
    return DocumentFacts("Rapport", True, tagged, language, titled)


WRONG = [
    report(download("Le rapport", 7), documents={7: pdf(tagged=False)}),
    report(download("Le rapport", 7), documents={7: pdf(language="")}),
    report(download("Le rapport", 7), documents={7: pdf(titled=False)}),
    report(prose(LINK), documents={7: pdf(False, "", False)}),
    report(
        download("Le bilan", 3),
        download("Le rapport", 7),
        prose(LINK),
        documents={3: GOOD, 7: pdf(tagged=False)},
        source_document=3,
    ),
]
RIGHT = [
    report(download("Le rapport", 7), documents={7: GOOD}),
    report(download("Le bilan", 7), documents={7: pdf(False, "", False)}, source_document=7),
    report(download("Le rapport", 7), documents={7: DocumentFacts("Données")}),
    report(download("Le rapport", 7)),
    report(download("Le rapport"), documents={7: pdf(tagged=False)}),
    report(prose(LINK), documents={7: GOOD}),
    report(documents={7: pdf(tagged=False)}),
]
