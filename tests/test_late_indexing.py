"""What waits to be indexed is there for whoever looks, also after a look that was rolled back."""

import pytest
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backend

from reports import models
from tests.late_indexing import install_late_tasks
from tests.reports_graphql.secrecy.paired_databases import undone


@pytest.mark.django_db
def test_indexes_are_complete_when_they_are_read() -> None:
    incubator = models.Incubator.objects.create(name="Fabrique", slug="fabrique")
    models.Service.objects.create(name="Mano", slug="mano", incubator=incubator)
    assert all(task.wanted for task in install_late_tasks())

    def read() -> tuple[list[str], int]:
        found = get_search_backend().search("Mano", models.Service)
        return [each.name for each in found], ReferenceIndex.get_references_to(incubator).count()

    with undone():
        assert read() == (["Mano"], 1)
    assert read() == (["Mano"], 1)
