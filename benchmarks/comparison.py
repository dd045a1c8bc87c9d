"""A server's answers beside those of a bare one: rates and processor time, taken in turns."""

import statistics
from dataclasses import dataclass

from load import get, load
from server import Server

CLIENTS, SECONDS, WARM_UP = 8, 1.0, 0.5


@dataclass(frozen=True)
class Round:
    """What answers took within one round."""

    rate: float  # a second
    cpu: float  # milliseconds of processor for each
    bare_rate: float
    bare_cpu: float


class Comparison:
    """The medians of some rounds. A ratio is the median of the rounds' ratios."""

    def __init__(self, rounds: list[Round]) -> None:
        self.rate = statistics.median(each.rate for each in rounds)
        self.cpu = statistics.median(each.cpu for each in rounds)
        self.bare_rate = statistics.median(each.bare_rate for each in rounds)
        self.bare_cpu = statistics.median(each.bare_cpu for each in rounds)
        self.rate_ratio = statistics.median(each.rate / each.bare_rate for each in rounds)
        self.cpu_ratio = statistics.median(each.cpu / each.bare_cpu for each in rounds)


def compare(server: Server, message: bytes, bare: Server, path: str, rounds: int) -> Comparison:
    """Measure both servers in turns, the bare one at `path`."""
    bare_message = get(path)
    load(server.port, message, WARM_UP, CLIENTS)
    load(bare.port, bare_message, WARM_UP, CLIENTS)
    return Comparison(
        [Round(*measure(server, message), *measure(bare, bare_message)) for _ in range(rounds)]
    )


def measure(server: Server, message: bytes) -> tuple[float, float]:
    """Return answers a second, and milliseconds of processor for each."""
    before = server.cpu()
    count = load(server.port, message, SECONDS, CLIENTS)
    return count / SECONDS, (server.cpu() - before) * 1_000 / count
