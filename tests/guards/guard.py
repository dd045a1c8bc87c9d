from dataclasses import dataclass


@dataclass(frozen=True)
class Guard:
    """A guard, how it is removed, and the tests that must not bear it."""

    name: str
    file: str
    old: str
    new: str
    tests: str
    only: str = ""  # as for pytest's -k
    stalls: bool = False  # without it the tests do not come to an end, which is what they show
    breaks: bool = False  # without it there is an error of ours, which the tests must not bear
