"""Asks a demonstration as real clients do: TypeScript's compiler, Apollo Client, gql, Next.js.

`make clients` installs what is needed and runs this.
"""

import subprocess
import sys
import time
from pathlib import Path

from . import gql_client, guide, receivers, starter
from .server import Demonstration

HERE = Path(__file__).resolve().parent
MANIFEST = HERE / "generated" / "manifest"
COMPILER = "npx --no-install tsc --noEmit --project ."


def node(command: str) -> list[str]:
    """What a program prints, as sentences."""
    done = subprocess.run(command.split(), cwd=HERE, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(f"{command}\n{done.stdout}{done.stderr}")
    return done.stdout.splitlines()


def say(sentences: list[str]) -> None:
    sys.stdout.write("".join(f"{sentence}\n" for sentence in sentences))
    sys.stdout.flush()


def main() -> int:
    started = time.monotonic()
    try:
        with Demonstration.loaded() as demonstration:
            with demonstration.served() as base:
                say(guide.follow(base))
                node(COMPILER)
                say(["types: a report is rendered under tsc --strict, every block by its type"])
            with demonstration.served() as base:  # one that knows no hash yet
                say(node(f"node apollo/persisted.mjs {base}"))
                say(node(f"node pairs.mjs {base}"))
                say(gql_client.run(base))
            say(receivers.run(demonstration))
            say(node(f"node apollo/manifest.mjs {MANIFEST / 'manifest.json'}"))
            strict = {"GRAPHQL_STRICT": "1", "GRAPHQL_MANIFEST": str(MANIFEST)}
            with demonstration.served(**strict) as base:
                say(node(f"node apollo/strict.mjs {base}"))
        say(starter.run())
    except AssertionError as failure:
        sys.stderr.write(f"clients: {failure}\n")
        return 1
    say([f"all clients content in {time.monotonic() - started:.0f}s"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
