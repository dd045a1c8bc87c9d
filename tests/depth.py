"""How much of their examples random tests try: a part in each run, all with DEPTH=whole."""

import os

WHOLE = os.environ.get("DEPTH") == "whole"


def take(whole: int, part: int) -> int:
    """Return how many examples are tried: `part` of them, or with DEPTH=whole the `whole`."""
    return whole if WHOLE else part
