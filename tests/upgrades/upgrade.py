"""Migrate the database of `DATABASE_URL`; print what it stored, answers and opens, as JSON.

It is a process of its own, and one alone: to start Bilan takes longer than each of its steps.
"""

import json
import sys

import django


def main() -> None:
    django.setup()
    from django.core.management import call_command

    from tests.upgrades.answers import collect_answers, compare_first_versions
    from tests.upgrades.editor import open_everything
    from tests.upgrades.stored import collect_digests

    result = {"before": collect_digests()}
    call_command("migrate", verbosity=0)
    result |= {"after": collect_digests(), "answers": collect_answers()}
    result["versions"] = compare_first_versions()
    for command in ("rebuild_observations", "rebuild_mentions", "rebuild_search", "make_versions"):
        call_command(command, check=True, stdout=sys.stderr)
    json.dump(result | {"opened": open_everything()}, sys.stdout)


if __name__ == "__main__":
    main()
