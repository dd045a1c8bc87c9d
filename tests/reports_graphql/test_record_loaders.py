"""One statement reads the records of all kinds that were announced."""

from types import SimpleNamespace
from typing import Any

import pytest
from wagtail.models import Site

from reports.content.visibility.perspective import Perspective
from reports_graphql.loaders import LOADER_NAMES, Loaders
from reports_graphql.query_limits.cost_model import READ_BY_TYPE


@pytest.fixture
def loaders(living: SimpleNamespace) -> Loaders:
    """The loaders of a request that may ask for anything, to which one of each was announced."""
    return announce_all(living, Loaders(find_perspective()))


def find_perspective() -> Perspective:
    return Perspective(Site.objects.select_related("root_page").get(is_default_site=True))


def announce_all(living: SimpleNamespace, loaders: Loaders) -> Loaders:
    loaders.services_by_id_or_slug.announce([living.service.pk])
    loaders.indicators_by_code.announce([living.indicator.code])
    loaders.terms_by_id_or_slug.announce([living.term.pk])
    loaders.pictures_by_id.announce([living.picture.pk])
    return loaders


def test_all_kinds_are_read_at_once(
    living: SimpleNamespace, loaders: Loaders, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        assert loaders.terms_by_id_or_slug.get(living.term.pk) == living.term
        assert loaders.services_by_id_or_slug.get("mano.beta") == living.service
        assert loaders.indicators_by_code.get("lances") == living.indicator
        assert title_of(loaders, living.picture.pk) == "carte"


def title_of(loaders: Loaders, picture: int) -> str | None:
    found = loaders.pictures_by_id.get(picture)
    return found and found.title


def test_what_records_refer_to_is_read_once_more(
    living: SimpleNamespace, loaders: Loaders, django_assert_num_queries: Any
) -> None:
    loaders.terms_by_id_or_slug.get(living.term.pk)

    with django_assert_num_queries(1):
        found = loaders.incubators_by_id_or_slug.get(living.service.incubator_id)

    assert found == living.incubator


def test_a_kind_that_the_request_does_not_ask_for_is_not_read(living: SimpleNamespace) -> None:
    loaders = announce_all(living, Loaders(find_perspective(), {"terms", "services", "neighbours"}))

    loaders.terms_by_id_or_slug.get(living.term.pk)

    assert living.service.pk in loaders.services_by_id_or_slug.values
    assert living.picture.pk not in loaders.pictures_by_id.values
    assert title_of(loaders, living.picture.pk) == "carte"


def test_costs_name_kinds_as_loaders_do(loaders: Loaders) -> None:
    """Or else a kind would never be read with the others."""
    foreseen = {name for names in READ_BY_TYPE.values() for name in names}

    kinds = {loaders.find_loader(name).kind for name in LOADER_NAMES}

    assert len(kinds) == len(LOADER_NAMES) == len(loaders.list_record_loaders())
    assert kinds <= foreseen


def test_an_answer_speaks_of_the_kinds_that_were_asked_for(
    living: SimpleNamespace, loaders: Loaders
) -> None:
    """A cache that is told of more would be told of references to what is hidden."""
    loaders.terms_by_id_or_slug.get(living.term.pk)
    assert loaders.perspective.cache_tags == {"terms", "term-incubateur"}

    loaders.pictures_by_id.get(living.picture.pk)
    assert loaders.perspective.cache_tags == {"terms", "term-incubateur", "pictures"}


def test_of_a_statement_that_failed_nothing_is_known(
    living: SimpleNamespace, loaders: Loaders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr("reports.content.visibility.reader.fetch_together", fail)
        with pytest.raises(RuntimeError):
            loaders.terms_by_id_or_slug.get(living.term.pk)

    assert loaders.services_by_id_or_slug.announced == {living.service.pk}
    assert loaders.terms_by_id_or_slug.get(living.term.pk) == living.term
