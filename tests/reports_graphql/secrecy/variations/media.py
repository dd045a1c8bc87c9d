"""Private pictures and documents, in a private collection and below one."""

from ..hidden import add_document, add_picture, close
from ..scenario import World, below, link
from ..secret import Secret
from . import Act, add, mention_nothing, variation


def private(secret: Secret, kind: str, depth: int) -> object:
    """A collection that is `depth` levels below a private one."""
    collection = close(below(secret.word()), kind)
    for _ in range(depth):
        collection = below(secret.word(), collection)
    return collection


def picture(kind: str, depth: int) -> Act:
    def act(world: World, secret: Secret) -> None:
        made = add_picture(secret, private(secret, kind, depth))
        world.mention("Voir ceci.", picture=made, image=made)

    return act


def document(kind: str, depth: int) -> Act:
    def act(world: World, secret: Secret) -> None:
        made = add_document(secret, private(secret, kind, depth))
        words = link("document", made.pk, "ceci")
        world.mention(f"Voir {words}.", document=made, source_document=made)

    return act


PLACES = {"login": "in", "password": "in a child of", "groups": "in a grandchild of"}
for depth, (kind, place) in enumerate(PLACES.items()):
    where = f"{place} a collection behind a {kind} restriction"
    add(f"a picture {where}", picture(kind, depth), mention_nothing)
    add(f"a document {where}", document(kind, depth), mention_nothing)


@variation()
def a_private_picture_that_nothing_shows(world: World, secret: Secret) -> None:
    add_picture(secret, private(secret, "login", 0))


@variation()
def a_private_document_that_nothing_mentions(world: World, secret: Secret) -> None:
    add_document(secret, private(secret, "login", 1))


@variation(told=False)
def tags_and_names_of_public_files(world: World, secret: Secret) -> None:
    world.records["picture"].tags.add(secret.word())
    world.records["document"].tags.add(secret.word())


@variation(told=False)
def an_empty_private_collection(world: World, secret: Secret) -> None:
    private(secret, "password", 1)
