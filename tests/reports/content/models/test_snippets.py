"""Records are known by a key that never changes."""

import pytest
from django.core.exceptions import ValidationError

from reports.content.models import Incubator, Service
from reports.content.models.record_kind import list_models

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", list_models())
def test_a_key_is_for_ever(model):
    record = model.objects.create(name="a", **{model.key_field: "a"})
    record.name = "autre nom"
    record.full_clean()
    setattr(record, model.key_field, "b")
    with pytest.raises(ValidationError, match="Cette clé ne change plus"):
        record.full_clean()


@pytest.mark.parametrize(
    "slug", ["adresse.data.gouv.fr", "a-just", "1-eleve", "MEN", "a_b", "e-inspé"]
)
def test_keys_of_the_registry_are_accepted(slug):
    Service(name="x", slug=slug).full_clean()


@pytest.mark.parametrize("slug", ["", "a b", ".a", "a/", "a\n"])
def test_other_keys_are_refused(slug):
    with pytest.raises(ValidationError):
        Service(name="x", slug=slug).full_clean()


def test_every_key_of_the_public_registry_is_accepted(real_reports):
    import json

    registry = real_reports.parent / "registry"
    for name, model in (("services", Service), ("incubators", Incubator)):
        field = model._meta.get_field("slug")
        for record in json.loads((registry / f"{name}.json").read_text(encoding="utf-8")):
            field.clean(record["slug"], None)
