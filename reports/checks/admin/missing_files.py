"""Writes sentences for editors about files of a report that could not be generated."""

from collections.abc import Iterator

from django.db.models import Q

from reports.content.models import AnnualReportPage, FileFailure
from reports.content.models.page_document import read_document

WAITS = "Un nouvel essai suit de lui-même\u202f: il n’y a rien à faire ici."
REFUSED = (
    "Il ne sera refait qu’une fois le bilan changé et publié, ou Bilan mis à jour\u202f; "
    "l’administration a été prévenue."
)
MISSING = {
    FileFailure.Kind.PDF: "Le PDF ({}) n’a pas pu être fait.",
    FileFailure.Kind.DRAWING: "Le dessin d’un graphique ({}) n’a pas pu être fait\u202f: les "
    "lecteurs ont ses valeurs en tableau.",
    FileFailure.Kind.RENDITION: "Les tailles d’une image ({}) n’ont pas pu être faites\u202f: les "
    "lecteurs reçoivent le fichier d’origine.",
}


def describe_missing_files(page: AnnualReportPage) -> Iterator[str]:
    """Yield a sentence on each missing file of a report, and on whether it will be tried again."""
    blocks = read_document(page).blocks
    pictures = {str(picture) for each in blocks if (picture := getattr(each, "picture", None))}
    is_shown = Q(kind=FileFailure.Kind.RENDITION, key__in=pictures)
    failures = FileFailure.objects.filter(Q(report_key=page.translation_key) | is_shown)
    for failure in failures.order_by("first_at", "pk"):
        sentence = MISSING[FileFailure.Kind(failure.kind)].format(failure.subject)
        yield f"{sentence} {REFUSED if failure.is_final else WAITS}"
