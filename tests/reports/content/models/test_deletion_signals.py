"""Rows that nobody asks about are deleted in one statement each, before what they refer to."""

import pytest
from django.db.models import Model
from django.db.models.signals import post_delete, pre_delete

from reports.content.models import Mention, Observation, SearchEntry
from reports.publishing.models import VersionFile


@pytest.mark.parametrize("model", [SearchEntry, Observation, Mention, VersionFile])
def test_no_receiver_listens_to_deletions_of_all_models(model: type[Model]) -> None:
    """One would have Django load each row, in an order that PostgreSQL may refuse."""
    assert not pre_delete.has_listeners(model)
    assert not post_delete.has_listeners(model)
