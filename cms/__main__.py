"""`bilan COMMAND`: what `manage.py` is in a checkout, where the wheel is installed."""

import os
import sys

from cms.operations.command_line import run


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    run(sys.argv)


if __name__ == "__main__":
    main()
