"""Kinds of hidden things: each is done in one of two worlds, something else in the other."""

from collections.abc import Callable
from dataclasses import dataclass

from ..scenario import World
from ..secret import Secret

Act = Callable[[World, Secret], object]


def nothing(world: World, secret: Secret) -> None:
    """What most variations do in the other world."""


def mention_nothing(world: World, secret: Secret) -> None:
    """The same public words, without a reference."""
    world.mention("Voir ceci.")


@dataclass(frozen=True)
class Variation:
    """What is hidden in one world, and what there is in the other instead.

    `told` is False for what no field could tell even if no gate stood before it: it has no place
    in the graph at all, and a test that opens the gate cannot see it.
    """

    name: str
    act: Act
    otherwise: Act = nothing
    told: bool = True


VARIATIONS: dict[str, Variation] = {}


def add(name: str, act: Act, otherwise: Act = nothing, told: bool = True) -> None:
    assert name not in VARIATIONS, name
    VARIATIONS[name] = Variation(name, act, otherwise, told)


def variation(otherwise: Act = nothing, told: bool = True) -> Callable[[Act], Act]:
    """Adds a function to the variations, under its name as words."""

    def decorate(act: Act) -> Act:
        add(act.__name__.replace("_", " "), act, otherwise, told)
        return act

    return decorate


from . import editing, media, pages, records, sites, trees  # noqa: E402, F401 - they add themselves
