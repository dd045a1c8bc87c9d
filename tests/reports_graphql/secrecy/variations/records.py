"""Snippets that are not public, alone and where blocks refer to them."""

from typing import Any

from reports import models
from reports.content.records.merging import merge_records, undo_merge

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


def add_hidden(name: str, secret: Secret, **fields: Any) -> Any:
    """Add a record whose key nobody tries: once it is merged, that key leads to the other one."""
    unguessed = Secret()
    record = add_snippet(name, unguessed, **fields)
    secret.canaries |= unguessed.canaries
    return record


def mention_merged_drafts(world: World, secret: Secret) -> None:
    """A report that refers to drafts that lead to public records says what one says that refers to
    those: neither names nor keys of the drafts.
    """
    records = world.records
    drafts = {
        name: add_hidden(name, secret, live=False, merged_into=records[name]) for name in SNIPPETS
    }
    world.mention("Voir ceci.", **drafts)


def mention_survivors(world: World, secret: Secret) -> None:
    world.mention("Voir ceci.", **{name: world.records[name] for name in SNIPPETS})


add("merged drafts in blocks", mention_merged_drafts, mention_survivors)


def merge_drafts(world: World, secret: Secret) -> None:
    """Merge drafts into public records, one of which is taken out again: feed, tags and logs are
    written as for editors.
    """
    user = models.User.objects.create_superuser("merger")
    for name in SNIPPETS:
        merge_records(add_hidden(name, secret, live=False), world.records[name], user)
    taken_out = models.Service.objects.exclude(merged_into=None).get()
    undo_merge(taken_out, user)
    for name in SNIPPETS:  # neither of two drafts is told of
        merge_records(
            add_hidden(name, secret, live=False), add_hidden(name, secret, live=False), user
        )


add("merges of drafts", merge_drafts, lambda world, secret: merge_drafts(world, Secret()))


def unpublish_survivors(world: World, secret: Secret) -> None:
    """Records that were public under two keys are hidden under both."""
    user = models.User.objects.create_superuser("merger")
    records = {}
    for name in SNIPPETS:
        records[name], survivor = add_snippet(name, secret), add_snippet(name, secret)
        merge_records(records[name], survivor, user)
        survivor.unpublish()
    world.mention("Voir ceci.", **records)


add("unpublished records that others were merged into", unpublish_survivors, mention_nothing)


@variation(mention_nothing)
def records_merged_into_hidden_ones(world: World, secret: Secret) -> None:
    """They were public by themselves, and do not come back when the others are hidden."""
    records = {}
    for name in SNIPPETS:
        hidden = add_snippet(name, secret, live=False)
        records[name] = add_snippet(name, secret, merged_into=hidden)
    world.mention("Voir ceci.", **records)
