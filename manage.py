#!/usr/bin/env python3
"""Run a management command. The only file that puts the `graphql/` source root on the path."""

import os
import sys
from pathlib import Path


def main() -> None:
    sys.path.insert(1, str(Path(__file__).parent / "graphql"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    from cms.command_line import run

    run(sys.argv)


if __name__ == "__main__":
    main()
