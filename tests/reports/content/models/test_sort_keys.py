"""The sort key of a record follows its public name, however the row is written."""

import io

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command

from reports.content.models import Incubator, Service
from reports.content.models.record_kind import list_models
from reports.core.text.sort_keys import build_sort_key

pytestmark = pytest.mark.django_db


def key(model=Service):
    return model.objects.values_list("sort_key", flat=True).get()


@pytest.mark.parametrize("model", list_models())
def test_every_way_to_save_a_record_keeps_its_key(model):
    record = model.objects.create(name="Écologie", **{model.key_field: "a"})
    assert key(model) == build_sort_key("Écologie")
    record.name = "Eau"
    record.save(update_fields=["name"])
    assert key(model) == build_sort_key("Eau")
    record.delete()
    model.objects.bulk_create([model(name="Dossier", **{model.key_field: "b"})])
    assert key(model) == build_sort_key("Dossier")


def test_a_save_of_other_fields_leaves_it():
    record = Service.objects.create(name="Eau", slug="a")
    record.name = "Brouillon"
    record.save(update_fields=["mission"])
    assert key() == build_sort_key("Eau")


def test_a_draft_has_none_and_changes_none():
    record = Service.objects.create(name="Eau", slug="a")
    record.name = "Brouillon"
    revision = record.save_revision()
    assert "sort_key" not in revision.content
    assert key() == build_sort_key("Eau")
    revision.publish()
    assert key() == build_sort_key("Brouillon")


def test_a_dump_brings_it_back():
    Service.objects.create(name="Eau", slug="a")
    dump = serializers.serialize("json", Service.objects.all())
    Service.objects.all().delete()
    for row in serializers.deserialize("json", dump):
        row.save()
    assert key() == build_sort_key("Eau")


def test_rebuild_search_heals_what_an_older_node_has_written():
    """It knows no such column: a new row has an empty key, a renamed one that of its old name."""
    Incubator.objects.create(name="Eau", slug="a")
    Incubator.objects.update(name="Zèbre")
    Service.objects.create(name="Eau", slug="a")
    Service.objects.update(sort_key="")

    with pytest.raises(CommandError, match="2 contenu"):
        call_command("rebuild_search", check=True, stdout=io.StringIO())
    assert key() == ""
    call_command("rebuild_search", stdout=io.StringIO())

    assert (key(Incubator), key()) == (build_sort_key("Zèbre"), build_sort_key("Eau"))
    call_command("rebuild_search", check=True, stdout=io.StringIO())
