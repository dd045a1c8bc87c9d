"""Snippets that are not public, alone and where blocks refer to them."""

from typing import Any

from reports import models

from ..hidden import SNIPPETS, add_snippet, draft_of, future, past, schedule
from ..scenario import World
from ..secret import Secret
from . import Act, add, mention_nothing, variation


def mentioned(name: str, **fields: Any) -> Act:
    """The blocks of a public report refer to a record that is hidden."""

    def act(world: World, secret: Secret) -> None:
        world.mention("Voir ceci.", **{name: add_snippet(name, secret, **fields)})

    return act


for name in SNIPPETS:
    words = name.replace("_", " ")
    add(f"a draft {words} in blocks", mentioned(name, live=False), mention_nothing)
    add(f"an expired {words} in blocks", mentioned(name, expire_at=past()), mention_nothing)


@variation()
def drafts_that_nothing_mentions(world: World, secret: Secret) -> None:
    for name in SNIPPETS:
        add_snippet(name, secret, live=False)


@variation()
def a_draft_before_all_others_of_its_list(world: World, secret: Secret) -> None:
    for name in SNIPPETS:
        record = add_snippet(name, secret, live=False)
        record.name = f" A {record.name}"
        record.save()


@variation(mention_nothing)
def unpublished_records_in_blocks(world: World, secret: Secret) -> None:
    records = {name: add_snippet(name, secret) for name in SNIPPETS}
    for record in records.values():
        record.save_revision().publish()
        record.unpublish()
    world.mention("Voir ceci.", **records)


@variation(told=False)
def draft_revisions_of_public_records(world: World, secret: Secret) -> None:
    for name in SNIPPETS:
        draft_of(world.records[name], secret)


@variation(told=False)
def a_scheduled_revision_of_a_public_service(world: World, secret: Secret) -> None:
    schedule(draft_of(world.records["service"], secret, go_live_at=future()))


def incubator_of_a_public_service(world: World, secret: Secret) -> None:
    hidden = add_snippet("incubator", secret, live=False)
    models.Service.objects.filter(slug="mano.beta").update(incubator=hidden)


def without_incubator(world: World, secret: Secret) -> None:
    models.Service.objects.filter(slug="mano.beta").update(incubator=None)


def service_of_a_public_incubator(world: World, secret: Secret) -> None:
    add_snippet("service", secret, live=False, incubator=world.records["incubator"])


add("a draft incubator of a public service", incubator_of_a_public_service, without_incubator)
add("a draft service of a public incubator", service_of_a_public_incubator)


def merged_drafts(world: World, words: dict[str, Any]) -> None:
    """The blocks of a public report refer to drafts that lead to public records.

    Their keys are public: they lead to those. `words` are what nobody sees of them.
    """
    drafts = {}
    for name, model in SNIPPETS.items():
        key = {model.key_field: "le-double"}
        survivor = world.records[name]
        drafts[name] = model.objects.create(live=False, merged_into=survivor, **key, **words)
    world.mention("Voir ceci.", **drafts)


add(
    "merged drafts of public records",
    lambda world, secret: merged_drafts(world, {"name": f"Mano {secret.word()}"}),
    lambda world, secret: merged_drafts(world, {"name": "Autrement"}),
)


@variation(mention_nothing)
def records_merged_into_hidden_ones(world: World, secret: Secret) -> None:
    """They were public by themselves, and do not come back when the others are hidden."""
    records = {}
    for name in SNIPPETS:
        hidden = add_snippet(name, secret, live=False)
        records[name] = add_snippet(name, secret, merged_into=hidden)
    world.mention("Voir ceci.", **records)
