import logging
import re


class ToldElsewhere(logging.Filter):
    """Drops Django's line for each answer of the graph that is no success.

    Who sends bad documents could else fill a disk. What is an error of ours has a line of its own,
    with its incident.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        return getattr(getattr(record, "request", None), "path", "") != "/graphql/"


class Hushed(logging.Filter):
    """Takes the token out of Django's lines on review links: who reads logs may not read drafts."""

    TOKEN = re.compile(r"(/relecture/)[^/\s]+")

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                self.TOKEN.sub(r"\1…", arg) if isinstance(arg, str) else arg for arg in record.args
            )
        return True
