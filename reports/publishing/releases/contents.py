"""Lists and changes the contents of a release: pages and records with unpublished drafts."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from reports.content.models.permission_holders import ask_holders, ask_publishers
from reports.content.models.record_kind import find_kind, list_models
from reports.content.records.publishing import may_publish_records
from reports.publishing.models import Release, ReleaseItem
from reports.publishing.releases.drafts import base_type


@dataclass(frozen=True)
class Candidate:
    """A page or record that may be in a release; `key` names it in forms: « service-12 »."""

    subject: Any

    @property
    def key(self) -> str:
        return f"{base_type(self.subject).model}-{self.subject.pk}"

    def name_as(self, titles: Mapping[int, str]) -> str:
        """Return the type and name of the candidate; a page is named by `titles`, by its id."""
        draft = self.subject.latest_revision
        name = draft.object_str if draft else str(self.subject)
        if isinstance(self.subject, Page):
            name = titles[self.subject.pk]
        return f"{self.subject._meta.verbose_name.capitalize()} : {name}"


def list_candidates(release: Release, user: Any) -> list[Candidate]:
    """Return the contents of a release, and all unpublished drafts that the user may publish."""
    inside = [item.subject for item in release.items.all() if item.subject is not None]
    pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
    drafts = [page.specific for page in pages.filter(has_unpublished_changes=True, depth__gt=1)]
    for model in list_models():
        if may_publish_records(user, model):
            waiting = Q(has_unpublished_changes=True) | Q(live=False, first_published_at=None)
            drafts += model._default_manager.filter(waiting, merged_into=None)
    found = {candidate.key: candidate for candidate in map(Candidate, [*inside, *drafts])}
    return list(found.values())


def may_publish(user: Any, subject: Any) -> bool:
    """Return whether a user may publish the draft of a page or a record."""
    if isinstance(subject, Page):
        return bool(subject.permissions_for_user(user).can_publish())
    return may_publish_records(user, type(subject))


def ask_who_may_publish(subject: Any) -> str:
    """Return the sentence that names the groups which may make a page or a record public."""
    if isinstance(subject, Page):
        return ask_publishers(subject)
    return ask_holders(find_kind(type(subject)).get_permission("publish"))


class ReleaseClosed(Exception):
    """Raised when a release is approved or public, so that it cannot be changed."""


@contextmanager
def opened(release: Release) -> Iterator[Release]:
    """Lock a release, so that nobody approves it while it changes. Raises `ReleaseClosed`."""
    with transaction.atomic():
        locked = Release.objects.select_for_update().get(pk=release.pk)
        if not locked.is_open:
            raise ReleaseClosed
        yield locked


@transaction.atomic
def choose_items(release: Release, chosen: Iterable[Candidate]) -> None:
    """Set the pages and records of a release; those withdrawn earlier are included again."""
    kept = []
    for candidate in chosen:
        if candidate.subject.latest_revision is None:  # a record of an import has none yet
            candidate.subject.save_revision()
        item, _ = ReleaseItem.objects.update_or_create(
            release=release,
            content_type=base_type(candidate.subject),
            object_id=str(candidate.subject.pk),
            defaults={"withdrawn_at": None},
        )
        kept.append(item.pk)
    release.items.exclude(pk__in=kept).delete()
