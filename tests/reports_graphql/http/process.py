"""A process of its own, for tests: reads lines from standard input, answers each with one line.

`ask QUERY` prints the answer's status and body; any other line is run as Python and prints `done`.
"""

import os
import sys

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    django.setup()
    from django.conf import settings
    from django.test import Client

    settings.GRAPHQL_CACHE_BYTES = 1 << 20
    client = Client()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        if word == "ask":
            response = client.get("/graphql/", {"query": rest})
            sys.stdout.write(f"{response.status_code} {response.content.decode()}\n")
        else:
            exec(line)
            sys.stdout.write("done\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
