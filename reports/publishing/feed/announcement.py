"""Writes feed entries for subjects whose public state differs from the one last announced."""

from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Site

from reports.content.models.record_kind import list_kinds
from reports.publishing.feed.difference import Difference
from reports.publishing.feed.entries import write_change
from reports.publishing.feed.public_states import PublicStates, Wanted
from reports.publishing.feed.sequence import find_writing, lock_feed
from reports.publishing.feed.subjects import State, Subject, list_subject_kinds
from reports.publishing.models import FeedPosition, PublicState


def want_everything() -> Wanted:
    """Return all subjects of every kind."""
    return dict.fromkeys(list_subject_kinds())


def announce_all() -> None:
    """Announce everything that has changed, on every site; new sites are noted first."""
    seed_new_sites()
    announce_wanted(want_everything())


def announce(subjects: Iterable[Subject], references: Iterable[str] = ()) -> None:
    """Announce subjects and their dependents, in the transaction that changes the subjects.

    `references` names rows, such as `picture 12`, whose dependents are announced too.
    """
    wanted: dict[str, set[str] | None] = {}
    for kind in list_subject_kinds():
        keys = {subject.key for subject in subjects if subject.kind == kind}
        if keys:
            wanted[kind] = keys
    announce_wanted(wanted, references)


def announce_wanted(wanted: Wanted, references: Iterable[str] = ()) -> None:
    """Announce the wanted subjects on every site that has a feed."""
    with transaction.atomic():
        for site in Site.objects.filter(pk__in=FeedPosition.objects.values("pk")).order_by("pk"):
            announce_on_site(site, wanted, set(references))


def announce_on_site(site: Site, wanted: Wanted, references: set[str]) -> None:
    """Announce subjects on one site, then everything that depends on what changed."""
    announced: Wanted = {}
    wanted = join_wanted(wanted, find_dependents(site, references))
    while wanted:
        differences = write_differences(site, wanted)
        announced = join_wanted(announced, wanted)
        wanted = subtract_wanted(find_affected(site, differences), announced)


def write_differences(site: Site, wanted: Wanted) -> list[Difference]:
    """Write an entry for each difference, and remember it."""
    lock = find_writing()
    if lock is None:
        if not list_differences(site, wanted):
            return []
        lock = lock_feed()  # others may announce them before we have it: we look again
    differences = list_differences(site, wanted)
    for each in differences:
        if each.is_noticeable:
            write_change(site, each, lock.last_before.get(site.pk, 0))
        save_state(site, each.subject, each.after)
    return differences


def list_differences(site: Site, wanted: Wanted) -> list[Difference]:
    """Return the differences between the announced and the present states of the wanted
    subjects.
    """
    states = PublicStates(site).read(wanted)
    known = read_known(site, wanted)
    order = list_subject_kinds()
    subjects = sorted({*states, *known}, key=lambda s: (order.index(s.kind), s.key))
    differences = [Difference(s, known.get(s), states.get(s)) for s in subjects]
    return [each for each in differences if not each.is_unchanged]


def read_known(site: Site, wanted: Wanted) -> dict[Subject, State]:
    """Return the announced states of the wanted subjects."""
    rows: list[PublicState] = []
    for kind, keys in wanted.items():
        if keys is None:
            prefix = Subject(kind, "").stored(site.pk)
            rows += PublicState.objects.filter(subject__startswith=prefix)
        elif keys:
            names = [Subject(kind, key).stored(site.pk) for key in keys]
            rows += PublicState.objects.filter(subject__in=names)
    return {Subject.from_stored(r.subject): State(r.digest, **r.details) for r in rows}


def save_state(site: Site, subject: Subject, state: State | None) -> None:
    """Store the announced state of a subject, or delete that of one that is no longer public."""
    name = subject.stored(site.pk)
    if state is None:
        PublicState.objects.filter(pk=name).delete()
        return
    row = PublicState(pk=name, digest=state.digest, details=state.stored)
    PublicState.objects.bulk_create(  # one statement makes or replaces it
        [row],
        update_conflicts=True,
        unique_fields=["subject"],
        update_fields=["digest", "details"],
    )


def find_affected(site: Site, differences: list[Difference]) -> Wanted:
    """Return the subjects whose state may have changed with others that came, went or moved."""
    moved = [each for each in differences if each.has_moved]
    affected = find_dependents(site, {name for each in moved for name in each.names})
    if any(each.subject.kind in ("page", "report") for each in moved):
        affected = join_wanted(affected, {"redirect": None, "site": None})
    if any(each.subject.kind == "page" and each.before and each.after for each in moved):
        affected = join_wanted(affected, {"page": None, "report": None})  # it has pages below
    return affected


def find_dependents(site: Site, references: set[str]) -> Wanted:
    """Return the subjects whose state depends on any of these rows."""
    found: dict[str, set[str] | None] = {}
    kinds = ["report", "page"] if references else []
    referred = {name.partition(" ")[0] for name in references}
    kinds += [
        kind.name
        for kind in list_kinds()
        if not referred.isdisjoint(each.name for each in kind.references.values())
    ]
    if any(name.startswith("picture ") for name in references):
        kinds.append("site")
    for kind in kinds:
        prefix = Subject(kind, "").stored(site.pk)
        states = PublicState.objects.filter(subject__startswith=prefix)
        keys = {
            Subject.from_stored(name).key
            for name, stored in states.values_list("subject", "details")
            if not references.isdisjoint(stored["references"])
        }
        found |= {kind: keys} if keys else {}
    return found


def join_wanted(one: Wanted, other: Wanted) -> Wanted:
    joined: dict[str, set[str] | None] = dict(one)
    for kind, keys in other.items():
        before = joined.get(kind, set())
        joined[kind] = None if keys is None or before is None else before | keys
    return joined


def subtract_wanted(one: Wanted, other: Wanted) -> Wanted:
    left: dict[str, set[str] | None] = {}
    for kind, keys in one.items():
        without = other.get(kind, set())
        if without is None:
            continue
        if keys is None or keys - without:
            left[kind] = keys if keys is None else keys - without
    return left


def seed_new_sites() -> None:
    """Store the public states of sites without a feed, without announcing them."""
    for site in Site.objects.exclude(pk__in=FeedPosition.objects.values("pk")).order_by("pk"):
        with transaction.atomic():
            _, is_new = FeedPosition.objects.get_or_create(site=site.pk)
            if is_new:
                for subject, state in PublicStates(site).read(want_everything()).items():
                    save_state(site, subject, state)
