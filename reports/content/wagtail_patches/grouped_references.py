"""Lists the uses of an object one page at a time, and loads the objects in batches.

Wagtail 7.4.4: a page of the usage view reads every reference to the object, and fetches every
object that refers to it by a statement of its own, to show twenty of them. The usage of an
incubator that runs 20,000 services takes 20,000 statements.

Here a slice reads the references of its own objects, and all objects of one type are fetched
together.

Delete this module when `ReferenceGroups.__getitem__` in Wagtail no longer makes a list of itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import ReferenceIndex
from wagtail.models.reference_index import ReferenceGroups

from reports.content.wagtail_patches.replacing import replace_method

OBJECTS_PER_BATCH = 500  # objects in one statement, when all of them are read
SOURCE = "base_content_type_id", "object_id"

Source = tuple[int, str]
"""The content type and the key of an object that refers to others."""
Group = tuple[Any, list[ReferenceIndex]]


def find_source(reference: ReferenceIndex) -> Source:
    return reference.base_content_type_id, reference.object_id


def fetch_objects(sources: Iterable[Source]) -> dict[Source, Any]:
    """Return the objects that there are, in one statement for each content type."""
    keys: defaultdict[int, list[str]] = defaultdict(list)
    for content_type, key in sources:
        keys[content_type].append(key)
    found = {}
    for content_type, listed in keys.items():
        kind = ContentType.objects.get_for_id(content_type)
        for each in kind.get_all_objects_for_this_type(pk__in=listed):
            found[content_type, str(each.pk)] = each
    return found


def group_references(references: Iterable[ReferenceIndex]) -> Iterator[Group]:
    """Yield each object with its references, which follow one another."""
    groups = [(source, list(rows)) for source, rows in groupby(references, find_source)]
    objects = fetch_objects(source for source, _ in groups)
    for source, rows in groups:
        if source in objects:  # or else it was deleted a moment ago
            yield objects[source], rows


def select_groups(groups: ReferenceGroups, key: slice) -> list[Group]:
    """Return the objects of a slice, with their references."""
    if not isinstance(groups.qs, QuerySet):
        wanted = set(list(dict.fromkeys(map(find_source, groups.qs)))[key])
        return list(group_references(each for each in groups.qs if find_source(each) in wanted))
    sources = list(groups.qs.order_by(*SOURCE).values_list(*SOURCE).distinct()[key])
    mine = Q(pk__in=[])
    for content_type in {content_type for content_type, _ in sources}:
        keys = [each for kind, each in sources if kind == content_type]
        mine |= Q(base_content_type=content_type, object_id__in=keys)
    return list(group_references(groups.qs.filter(mine).order_by(*SOURCE, "pk")))


def __iter__(self: Any) -> Iterator[Group]:
    """Yield each object that refers, with its references."""
    for start in range(0, len(self), OBJECTS_PER_BATCH):
        yield from select_groups(self, slice(start, start + OBJECTS_PER_BATCH))


def __getitem__(self: Any, key: Any) -> Any:
    """Return the groups of a slice, or the one at a place."""
    if isinstance(key, slice):
        return select_groups(self, key)
    return list(self)[key]


def apply() -> None:
    replace_method(ReferenceGroups, __iter__)
    replace_method(ReferenceGroups, __getitem__)
