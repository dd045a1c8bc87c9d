"""Settings of the log: handlers, filters and format."""

from typing import Any

from cms.settings import environment

# `text` for people, `json` for machines: one object a line.
LOG_FORMAT = environment.read_choice("LOG_FORMAT", ("text", "json"), "text")

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "graph": {"()": "cms.operations.logs.GraphFilter"},
        "review_links": {"()": "cms.operations.logs.ReviewLinkFilter"},
        "repetitions": {"()": "cms.operations.logs.RepetitionFilter"},
    },
    "formatters": {
        "text": {"()": "cms.operations.logs.TextFormatter"},
        "json": {"()": "cms.operations.logs.JsonFormatter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["review_links"],
            "formatter": LOG_FORMAT,
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.request": {"filters": ["graph"]},
        "psycopg.pool": {"filters": ["repetitions"]},  # an outage, every second
    },
}
