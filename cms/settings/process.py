"""Tells whether the settings are read by a web process or by a command.

`cms.wsgi` marks its process before it loads the settings. An environment variable would also reach
the commands and workers that a web process starts.
"""

_kind = "command"


def mark_web() -> None:
    """Declare that this process answers requests."""
    global _kind
    _kind = "web"


def is_web() -> bool:
    return _kind == "web"
