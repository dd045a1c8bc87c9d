"""Comments on the words of a fact are on its line."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from wagtail.models import Comment, Page

from reports.content.models import User

migration = importlib.import_module("reports.migrations.0037_comments_on_lines_of_facts")

MOVED = {
    "body.a.cards.b.facts.c.before": "body.a.cards.b.facts.c.figure",
    "body.a.cards.b.growth.after": "body.a.cards.b.growth.figure",
    "body.a.items.b.lead": "body.a.items.b.figure",
    "body.a.items.b.figure": "body.a.items.b.figure",
    "body.a.groups.b.lead": "body.a.groups.b.lead",
    "body.a.caption": "body.a.caption",
    "title": "title",
}


@pytest.mark.django_db
def test_comments_on_words_move_to_the_line() -> None:
    page, user = Page.objects.first(), User.objects.create(username="a")
    for path in MOVED:
        Comment.objects.create(page=page, user=user, text=path, contentpath=path)

    migration.move_to_lines(apps, SimpleNamespace(connection=connection))

    assert dict(Comment.objects.values_list("text", "contentpath")) == MOVED
