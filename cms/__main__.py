"""The command `bilan`: runs Django's management commands where the wheel is installed.

In a checkout, `manage.py` does the same.
"""

import os
import sys

from cms.operations.command_line import run


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    run(sys.argv)


if __name__ == "__main__":
    main()
