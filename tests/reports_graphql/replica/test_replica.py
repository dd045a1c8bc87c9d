"""Who follows `changes` alone has what the graph has, whatever editors do."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from wagtail.models import Page

from reports import models
from tests.depth import take
from tests.reports_graphql.conftest import Publish
from tests.reports_graphql.replica.acts import ACTS, Editors
from tests.reports_graphql.replica.replica import Replica, describe
from tests.reports_graphql.test_changes import act

ACTS_OF_EACH = 250
COMPARED = 25  # acts after which copy and graph are compared
FOLLOWED = 0.25  # how often a reader asks the feed after an act: it may tell of several
# What the feed says differs little between engines: others than SQLite follow fewer.
SEEDS = range(take(8, 2) if connection.vendor == "sqlite" else take(2, 1))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_replica_equals_the_graph(
    seed: int,
    client: Client,
    index: models.ReportIndexPage,
    publish: Publish,
    record_property: Callable[[str, object], None],
) -> None:
    home = Page.objects.get(pk=index.get_parent().pk)
    for slug in ("atelier", "fabrique"):
        models.Incubator.objects.create(name="Atelier", slug=slug)
    models.Service.objects.create(name="Mano", slug="mano")
    for code in ("lances", "services-lances"):
        models.Indicator.objects.create(name="Lancés", code=code)
    editors, replica = Editors(seed, home, index), Replica(client)
    with act():
        publish(2020)
    replica.begin()
    done: list[str] = []
    for _ in range(ACTS_OF_EACH):
        one = editors.random.choice(ACTS)
        with act():
            one(editors)
        done.append(one.__name__)
        if editors.random.random() < FOLLOWED or len(done) % COMPARED == 0:
            replica.follow()
        if len(done) % COMPARED == 0:
            wrong = replica.differences()
            assert not wrong, f"after {done[-COMPARED:]}: {describe(replica, wrong[0])}"
    released = models.Release.objects.filter(state=models.Release.State.PUBLISHED)
    assert released.exists()
    record_property("counted: releases that a replica followed", released.count())
    assert editors.merges
    assert editors.merges_undone
    record_property("counted: merges that a replica followed", editors.merges)
    record_property("counted: undone merges that a replica followed", editors.merges_undone)
    assert replica.asked_again > ACTS_OF_EACH / 4, "acts change something"
    record_property("counted: acts that a replica followed", len(done))


def test_there_are_enough_acts() -> None:
    assert ACTS_OF_EACH % COMPARED == 0
    least = take(2000, 500) if connection.vendor == "sqlite" else take(500, 250)
    assert len(SEEDS) * ACTS_OF_EACH >= least
