"""Lists what keeps a release from becoming public, in French sentences for its authors."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from wagtail.models import Collection, Page

from reports.checks.check_result import check_report
from reports.checks.gate import describe_refusal
from reports.content.models import AnnualReportPage
from reports.publishing.corrections.gate import CorrectionsUnanswered, demand_answers
from reports.publishing.models import Release, ReleaseItem, StagedRedirect
from reports.publishing.releases.contents import may_publish
from reports.publishing.releases.drafts import compute_digest, find_draft, iterate_items
from reports.publishing.releases.redirects import is_public_page


class ReleaseRefused(Exception):
    """A release cannot become public, nor be approved; `problems` says why, in French."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__(" — ".join(problems))


def demand_no_problems(release: Release) -> None:
    """Raise `ReleaseRefused` with everything that keeps the release from becoming public."""
    problems = list(find_problems(release))
    if problems:
        raise ReleaseRefused(problems)


def demand_release_now(release: Release) -> None:
    """Raise `ReleaseRefused` where an approved release cannot become public at this moment."""
    approver = release.approved_by
    if approver is None:
        raise ReleaseRefused(["Le compte qui l’a approuvée n’existe plus."])
    demand_permissions(release, approver)
    demand_no_problems(release)
    if any(item.revision is None for item in iterate_items(release)):
        raise ReleaseRefused(["Son contenu a changé depuis l’approbation."])


def demand_permissions(release: Release, user: Any) -> None:
    """Raise `ReleaseRefused` where a user may not publish something that is in a release."""
    items = [item for item in iterate_items(release) if item.subject is not None]
    foreign = [item for item in items if not may_publish(user, item.subject)]
    if foreign:
        raise ReleaseRefused([f"{user} ne peut pas publier « {item} »." for item in foreign])


def find_problems(release: Release) -> Iterator[str]:
    """Yield each thing that keeps a release from becoming public as it is."""
    items = list(iterate_items(release))
    if not items and not release.redirects.exists() and not release.documents.exists():
        yield "Cette publication ne contient rien."
    for item in items:
        yield from find_item_problems(item)
    for staged in release.documents.select_related("document", "collection"):
        if is_private(staged.collection):
            yield f"« {staged.document} » irait dans « {staged.collection} », qui est privée."
        if staged.approved_file and staged.approved_file != staged.document.file.name:
            yield f"« {staged.document} » a changé depuis l’approbation."
    coming = {item.object_id for item in items if isinstance(item.subject, Page)}
    for redirect in release.redirects.select_related("redirect_page"):
        yield from find_redirect_problems(redirect, coming)


def find_redirect_problems(redirect: StagedRedirect, coming: set[str]) -> Iterator[str]:
    """Yield what is wrong with a redirect; `coming` are the pages that become public with it."""
    page = redirect.redirect_page
    if page is None and not redirect.redirect_link:
        yield f"La redirection de « {redirect.old_path} » ne mène nulle part."
    elif page and str(page.pk) not in coming and not is_public_page(page):
        yield f"La redirection de « {redirect.old_path} » mène à une page qui n’est pas publique."


def find_item_problems(item: ReleaseItem) -> Iterator[str]:
    """Yield what is wrong with one page or record: it is gone, scheduled alone, broken, changed."""
    if item.subject is None:
        yield "Un élément a été supprimé : retirez-le."
        return
    latest = item.subject.get_latest_revision()
    if latest is None:
        yield f"« {item.subject} » n’a pas de brouillon."
        return
    if item.digest and (item.revision_id != latest.pk or item.digest != compute_digest(latest)):
        yield f"« {item.subject} » a changé depuis l’approbation."
        return
    draft = find_draft(item)
    if draft.go_live_at and draft.go_live_at > timezone.now():
        yield f"« {item.subject} » a sa propre heure de publication : effacez-la."
    if draft.expire_at and draft.expire_at <= timezone.now():
        yield f"« {item.subject} » a une fin de publication qui est passée : effacez-la."
    if isinstance(draft, Page) and item.subject.get_view_restrictions().exists():
        yield f"« {item.subject} » est privée : personne ne pourrait la lire."
    if isinstance(draft, AnnualReportPage):
        yield from find_report_problems(draft, latest.pk)


def find_report_problems(draft: AnnualReportPage, revision_id: int) -> Iterator[str]:
    """Yield the errors of a report, and the corrections that nobody has answered for."""
    checked = check_report(draft)
    if checked.errors:
        yield describe_refusal(checked, checked.errors)
    try:
        demand_answers(draft, revision_id)
    except CorrectionsUnanswered as unanswered:
        yield str(unanswered)


def is_private(collection: Collection) -> bool:
    """Return whether a collection, or one above it, has a view restriction."""
    return bool(collection.get_view_restrictions().exists())
