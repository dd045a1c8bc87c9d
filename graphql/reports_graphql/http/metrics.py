"""Counters of answers and refusals, which `cms.operations.metrics` exports."""

from prometheus_client import Counter

ANSWERS = Counter(
    "bilan_answers", "Answers of the graph, by where they came from.", ["source"]
)  # repeated: found by what the request says; key: by all it depends on; executed
REFUSALS = Counter("bilan_refusals", "Requests that were refused, by code.", ["code"])

REPEATED = ANSWERS.labels("repeated")
FOUND_BY_KEY = ANSWERS.labels("key")
EXECUTED = ANSWERS.labels("executed")
