"""Runs roles in processes that are killed at random and started again at once.

A process that is forked from one that has loaded Django starts in milliseconds, so hundreds of them
can be killed in a few seconds. Ends when its input does, and writes, as JSON, how many were.

    python -m tests.production.fork_server SEED ROLE…
"""

import io
import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable

LIVES = (0.1, 0.9)  # seconds after which a process is killed


def run_scheduler() -> None:
    from django.core.management import call_command

    while True:
        call_command("publish_scheduled", stdout=io.StringIO())
        time.sleep(0.02)


def run_outbox() -> None:
    from django.core.management import call_command

    call_command("run_outbox")


ROLES: dict[str, Callable[[], None]] = {"outbox": run_outbox, "scheduler": run_scheduler}


def fork(role: str) -> int:
    """Return the id of a new process that plays `role`."""
    pid = os.fork()
    if pid:
        return pid
    try:
        ROLES[role]()
    finally:
        os._exit(1)


def play(seed: int, roles: list[str]) -> dict[str, int]:
    """Keep each role alive, but kill it at random moments; return the kills by role."""
    chance = random.Random(seed)
    kills = dict.fromkeys(roles, 0)
    alive = {fork(role): (role, time.monotonic() + chance.uniform(*LIVES)) for role in roles}
    while not select.select([sys.stdin], [], [], 0.01)[0]:
        for pid, (role, death) in list(alive.items()):
            if os.waitpid(pid, os.WNOHANG)[0]:
                raise SystemExit(f"A process of {role} ended by itself.")
            if time.monotonic() >= death:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                kills[role] += 1
                del alive[pid]
                alive[fork(role)] = role, time.monotonic() + chance.uniform(*LIVES)
    for pid in alive:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return kills


if __name__ == "__main__":
    import django

    django.setup()
    seed, *roles = sys.argv[1:]
    sys.stdout.write(json.dumps(play(int(seed), roles)))
