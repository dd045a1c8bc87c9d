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


class Baseline:
    """The answers of the world that nothing was done to: the same beside each variation."""

    def __init__(self) -> None:
        self.graph: dict[str, Answer] = {}
        self.doors: dict[str, Answer] = {}

    def ask(self, question: Question) -> Answer:
        key = str(question)
        if key not in self.graph:
            self.graph[key] = doors.ask(question)
        return self.graph[key]

    def fetch(self, url: str) -> Answer:
        if url not in self.doors:
            self.doors[url] = doors.fetch(url)
        return self.doors[url]


@contextmanager
def world_with(world: World, act: Act, secret: Secret) -> Iterator[None]:
    """The world in which `act` was done. Search indexes are written when a transaction ends."""
    with undone():
        cache.clear()
        with TestCase.captureOnCommitCallbacks(execute=True):
            act(world.fresh(), secret)
        yield
    cache.clear()


def listen(
    questions: Iterable[Question], urls: Iterable[str], baseline: Baseline | None = None
) -> Told:
    """Ask a world; where nothing was done to it, ask only what `baseline` does not know yet."""
    ask, fetch = (baseline.ask, baseline.fetch) if baseline else (doors.ask, doors.fetch)
    with leftover_traces.logs() as lines:
        told = Told([ask(q) for q in questions], {url: fetch(url) for url in urls})
    told.logged, told.cached = "\n".join(lines), leftover_traces.cached()
    return told
