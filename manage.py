#!/usr/bin/env python3
"""Run a management command."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    from cms.operations.command_line import run

    run(sys.argv)


if __name__ == "__main__":
    main()
