"""Functions that a process with bounds calls: honest ones, and those that take too much."""

import os
import time


def double(number: int) -> int:
    return 2 * number


def name_process() -> int:
    return os.getpid()


def fail(sentence: str) -> None:
    raise ValueError(sentence)


def sleep() -> None:
    time.sleep(600)


def compute() -> None:
    while True:
        pass


def hold_memory() -> int:
    return len([bytes(1 << 20) for _ in range(10_000)])


def answer_much() -> bytes:
    return bytes(10 << 20)


def print_words() -> str:
    os.write(1, b"words")
    return "said"


def end() -> None:
    os._exit(1)


def count_accounts() -> int:
    from reports.content.models import User

    return User.objects.count()


def return_function() -> object:
    return lambda: None
