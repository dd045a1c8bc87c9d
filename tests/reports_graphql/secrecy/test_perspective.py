"""The gate by itself, where no field can ask it: a second lock behind one that is shut."""

import pytest
from django.test import RequestFactory
from django.utils import timezone

from reports import models
from reports.content.visibility.perspective import Perspective

from .scenario import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("fields", [{"live": False}, {"expire_at": timezone.now()}])
def test_nothing_is_stated_of_a_hidden_indicator(world: World, fields: dict[str, object]) -> None:
    """Series are asked of an indicator, which has passed the gate before."""
    seen = Perspective.public(RequestFactory().get("/"))
    assert seen.observations().exists()

    models.Indicator.objects.filter(code="lances").update(**fields)

    assert not seen.observations().exists()
