import logging


class ToldElsewhere(logging.Filter):
    """Drops Django's line for each answer of the graph that is no success.

    Who sends bad documents could else fill a disk. What is an error of ours has a line of its own,
    with its incident.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        return getattr(getattr(record, "request", None), "path", "") != "/graphql/"
