"""Lists the problems that prevent the publication of a release, in French for its authors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.models import Collection, Page, Revision

from reports.checks.check_result import CheckResult, check_report
from reports.checks.gate import build_refusal_heading, describe_refusal
from reports.content.models import AnnualReportPage
from reports.publishing.corrections.gate import CorrectionsUnanswered, demand_answers
from reports.publishing.models import Release, ReleaseItem, StagedRedirect
from reports.publishing.releases.contents import ask_who_may_publish, may_publish
from reports.publishing.releases.drafts import compute_digest, find_draft, iterate_items
from reports.publishing.releases.redirects import is_public_page


@dataclass(frozen=True)
class Problem:
    """A problem that prevents the publication of a release, described in one sentence.

    `subject` is the page or the record concerned; `checked` has the errors of a report.
    """

    message: str
    subject: Any = None
    checked: CheckResult | None = None

    def __str__(self) -> str:
        """Return the sentence, with a line below it for each error."""
        return describe_refusal(self.checked, self.checked.errors) if self.checked else self.message


class ReleaseRefused(Exception):
    """Raised when a release can be neither published nor approved; `problems` has the reasons."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(problem.message for problem in self.problems))


def demand_no_problems(release: Release) -> None:
    """Raise `ReleaseRefused` with all problems that prevent the publication of the release."""
    problems = list(find_problems(release))
    if problems:
        raise ReleaseRefused(problems)


def demand_release_now(release: Release) -> None:
    """Raise `ReleaseRefused` if an approved release cannot be published at this moment."""
    approver = release.approved_by
    if approver is None:
        raise ReleaseRefused([Problem("Le compte qui l’a approuvée n’existe plus.")])
    demand_permissions(release, approver)
    demand_no_problems(release)
    if any(item.revision is None for item in iterate_items(release)):
        raise ReleaseRefused([Problem("Son contenu a changé depuis l’approbation.")])


def demand_permissions(release: Release, user: Any) -> None:
    """Raise `ReleaseRefused` if the user may not publish everything in a release."""
    items = [item for item in iterate_items(release) if item.subject is not None]
    foreign = [item for item in items if not may_publish(user, item.subject)]
    if foreign:
        raise ReleaseRefused(
            Problem(f"{user} ne peut pas publier « {item} ». {ask_who_may_publish(item.subject)}")
            for item in foreign
        )


def find_problems(release: Release) -> Iterator[Problem]:
    """Yield each thing that keeps a release from becoming public as it is."""
    items = list(iterate_items(release))
    if not items and not release.redirects.exists() and not release.documents.exists():
        yield Problem("Cette publication ne contient rien.")
    for item in items:
        yield from find_item_problems(item)
    yield from map(Problem, find_document_problems(release))
    coming = {item.object_id for item in items if isinstance(item.subject, Page)}
    for redirect in release.redirects.select_related("redirect_page"):
        yield from map(Problem, find_redirect_problems(redirect, coming))


def find_document_problems(release: Release) -> Iterator[str]:
    """Yield the problems of the documents of a release and of their new collections."""
    for staged in release.documents.select_related("document", "collection"):
        if is_private(staged.collection):
            yield f"« {staged.document} » irait dans « {staged.collection} », qui est privée."
        if staged.approved_file and staged.approved_file != staged.document.file.name:
            yield f"« {staged.document} » a changé depuis l’approbation."


def find_redirect_problems(redirect: StagedRedirect, coming: set[str]) -> Iterator[str]:
    """Yield the problems of a redirect; `coming` are the pages that are published with it."""
    page = redirect.redirect_page
    if page is None and not redirect.redirect_link:
        yield f"La redirection de « {redirect.old_path} » ne mène nulle part."
    elif page and str(page.pk) not in coming and not is_public_page(page):
        yield f"La redirection de « {redirect.old_path} » mène à une page qui n’est pas publique."


def find_item_problems(item: ReleaseItem) -> Iterator[Problem]:
    """Yield the problems of one page or record, and the errors if it is a report."""
    if item.subject is None:
        yield Problem("Un élément a été supprimé : retirez-le.")
        return
    latest = item.subject.get_latest_revision()
    if message := find_missing_draft(item, latest):
        yield Problem(message, item.subject)
        return
    draft = find_draft(item)
    for message in find_obstacles(item.subject, draft):
        yield Problem(f"« {item.subject} » {message}", item.subject)
    if isinstance(draft, AnnualReportPage):
        yield from find_report_problems(draft, latest.pk)


def find_missing_draft(item: ReleaseItem, latest: Revision | None) -> str:
    """Return why there is no draft to publish: none was saved, or it is not the approved one."""
    if latest is None:
        return f"« {item.subject} » n’a pas de brouillon."
    if item.digest and (item.revision_id != latest.pk or item.digest != compute_digest(latest)):
        return f"« {item.subject} » a changé depuis l’approbation."
    return ""


def find_obstacles(subject: Any, draft: Any) -> Iterator[str]:
    """Yield why a draft would not be public at the hour of its release."""
    if draft.go_live_at and draft.go_live_at > timezone.now():
        yield "a sa propre heure de publication : effacez-la."
    if draft.expire_at and draft.expire_at <= timezone.now():
        yield "a une fin de publication qui est passée : effacez-la."
    if isinstance(draft, Page) and subject.get_view_restrictions().exists():
        yield "est privée : personne ne pourrait la lire."


def find_report_problems(draft: AnnualReportPage, revision_id: int) -> Iterator[Problem]:
    """Yield the errors of a report, and its unanswered corrections."""
    checked = check_report(draft)
    if checked.errors:
        yield Problem(build_refusal_heading(checked, checked.errors), draft, checked)
    try:
        demand_answers(draft, revision_id)
    except CorrectionsUnanswered as unanswered:
        yield Problem(str(unanswered), draft)


def is_private(collection: Collection) -> bool:
    """Return whether a collection, or one above it, has a view restriction."""
    return bool(collection.get_view_restrictions().exists())
