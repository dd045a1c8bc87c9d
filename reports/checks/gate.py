"""What stops a publication by hand: errors that are still open."""

from collections.abc import Iterable

from wagtail.models import Page, Revision

from reports.checks.checked import Checked, check, check_latest
from reports.models import AnnualReportPage


class PublicationRefused(Exception):
    """A report has errors. `checked` says which."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(refusal(checked))
        self.checked = checked


def demand(revision: Revision) -> None:
    """Raises `PublicationRefused` where the report in `revision` has open errors."""
    checked = check(revision.as_object())
    if checked.errors:
        raise PublicationRefused(checked)


def refused(pages: Iterable[Page]) -> list[Checked]:
    """Those of these pages whose latest draft has open errors."""
    reports = AnnualReportPage.objects.filter(pk__in=[page.pk for page in pages])
    return [checked for report in reports if (checked := check_latest(report)).errors]


def refusal(checked: Checked) -> str:
    """Why it is refused, in French: every error, where it is and how to repair it."""
    errors = checked.errors
    count = "1 erreur" if len(errors) == 1 else f"{len(errors)} erreurs"
    lines = [f"{e.slip.place} : {e.slip.what} {e.slip.repair}" for e in errors]
    return f"« {checked.page} » n’est pas publié : {count} à corriger. " + " — ".join(lines)
