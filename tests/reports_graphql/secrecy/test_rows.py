"""Hidden rows that were there first: they take row numbers, names of files and places in trees."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.test import TestCase, override_settings
from graphql import GraphQLSchema
from wagtail.models import Page

from reports import models

from . import scenario
from .comparison import assert_alike, compare
from .hidden import SNIPPETS, add_document, add_page, add_picture, add_snippet, close
from .paired_databases import undone
from .secret import Secret

pytestmark = pytest.mark.django_db

Before = Callable[[Secret], object]


def nothing(secret: Secret) -> None:
    pass


def drafts(secret: Secret) -> None:
    """Of each kind, more than one, and not as many of one as of another."""
    collection = close(scenario.below(secret.word()))
    home = add_page(models.HomePage, Page.get_first_root_node(), secret, live=False)
    for count, name in enumerate(SNIPPETS, 2):
        for _ in range(count):
            add_snippet(name, secret, live=False)
            home.add_child(instance=models.ContentPage(title=secret.word(), live=False))
    add_picture(secret, collection)
    for _ in range(4):
        add_document(secret, collection)


def deleted(secret: Secret) -> None:
    """The rows are gone; their numbers are not given again."""
    drafts(secret)
    for model in (*SNIPPETS.values(), models.Picture, models.ReportDocument, models.HomePage):
        for record in model.objects.all():
            record.delete()


def same_bytes(secret: Secret) -> None:
    """The second file of one content must not show that it is one."""
    collection = close(scenario.below(secret.word()))
    picture, document = scenario.png("navy"), b"%PDF bilan"
    models.Picture.objects.create(
        title=secret.word(), file=ContentFile(picture, "a.png"), collection=collection
    )
    models.ReportDocument.objects.create(
        title=secret.word(), file=ContentFile(document, "a.pdf"), collection=collection
    )


@contextmanager
def world_after(before: Before, secret: Secret) -> Iterator[None]:
    """A public world that is made when `before` has been done; with a folder of its own."""
    with tempfile.TemporaryDirectory() as media, override_settings(MEDIA_ROOT=media), undone():
        cache.clear()
        with TestCase.captureOnCommitCallbacks(execute=True):
            before(secret)
            scenario.build()
        yield
    cache.clear()


@pytest.mark.parametrize("before", [drafts, deleted, same_bytes], ids=lambda act: act.__name__)
def test_rows_that_were_there_first_change_nothing(
    before: Before, schema: GraphQLSchema, record_property: Callable[[str, object], None]
) -> None:
    told = compare(
        partial(world_after, before), partial(world_after, nothing), schema, before.__name__, 30
    )

    assert_alike(told)
    record_property("counted: hidden variations", 1)
