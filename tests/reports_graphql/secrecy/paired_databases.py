"""Two worlds from one: a variation is done, asked about and undone, then what it is compared to."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.core.cache import cache
from django.db import transaction
from django.test import TestCase

from . import doors, leftover_traces
from .doors import Answer
from .generator import Question
from .scenario import World
from .secret import Secret
from .variations import Act


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside has never happened afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@dataclass
class Told:
    """What one world told, and what it left behind."""

    graph: list[Answer] = field(default_factory=list)
    doors: dict[str, Answer] = field(default_factory=dict)
    logged: str = ""
    cached: str = ""

    def __add__(self, later: "Told") -> "Told":
        return Told(
            self.graph + later.graph,
            self.doors | later.doors,
            self.logged + later.logged,
            self.cached + later.cached,
        )


@contextmanager
def world_with(world: World, act: Act, secret: Secret) -> Iterator[None]:
    """The world in which `act` was done. Search indexes are written when a transaction ends."""
    with undone():
        cache.clear()
        with TestCase.captureOnCommitCallbacks(execute=True):
            act(world.fresh(), secret)
        yield
    cache.clear()


def listen(questions: Iterable[Question], urls: Iterable[str]) -> Told:
    with leftover_traces.logs() as lines:
        told = Told([doors.ask(q) for q in questions], {url: doors.fetch(url) for url in urls})
    told.logged, told.cached = "\n".join(lines), leftover_traces.cached()
    return told
