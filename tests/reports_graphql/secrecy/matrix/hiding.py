"""Ways of hiding something public of the world. Each must have the same effect on an answer."""

import datetime
from collections.abc import Callable
from typing import Any

from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from ..scenario import World, below

Hide = Callable[[World], object]
Hides = dict[str, Hide]


def past() -> datetime.datetime:
    return timezone.now() - datetime.timedelta(hours=1)


def restrict(page: Page, kind: str = "login") -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")


def page(get: Callable[[World], Page]) -> Hides:
    """A page by itself."""

    def update(**fields: Any) -> Hide:
        return lambda world: Page.objects.filter(pk=get(world).pk).update(**fields)

    return {
        "unpublished": update(live=False),
        "expired": update(expire_at=past()),
        "login": lambda world: restrict(get(world)),
        "password": lambda world: restrict(get(world), "password"),
        "groups": lambda world: restrict(get(world), "groups"),
    }


def report(year: int) -> Hides:
    return page(lambda world: world.reports[year])


def home(world: World) -> None:
    """All of the site."""
    restrict(world.home)


def record(name: str) -> Hides:
    """A snippet."""

    def update(**fields: Any) -> Hide:
        def hide(world: World) -> None:
            found = world.records[name]
            type(found).objects.filter(pk=found.pk).update(**fields)

        return hide

    def merge(world: World) -> None:
        """Have the record lead to one that nobody may see."""
        found = world.records[name]
        key = {found.key_field: "mene-ici"}
        hidden = type(found).objects.create(name="Mène ici", live=False, **key)
        update(merged_into=hidden)(world)

    return {
        "unpublished": update(live=False),
        "expired": update(expire_at=past()),
        "merged into a draft": merge,
    }


def media(name: str) -> Hides:
    """A picture or document, by its collection or one above."""

    def within(depth: int, kind: str) -> Hide:
        def hide(world: World) -> None:
            record, collection = world.records[name], below("privé")
            CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind)
            for _ in range(depth):
                collection = below("dessous", Collection.objects.get(pk=collection.pk))
            type(record).objects.filter(pk=record.pk).update(collection=collection)

        return hide

    return {
        "private": within(0, "login"),
        "child of private": within(1, "groups"),
        "grandchild of private": within(2, "password"),
    }
