"""Rule that reports durations longer than the target that the sentence says was met."""

import re
from collections.abc import Iterator

from reports.checks.arithmetic.directions import FALLING
from reports.checks.arithmetic.durations import DURATION, read_duration
from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading
from reports.core.reading.clauses import iterate_sentences

TARGET = re.compile(r"\b(?:objectif|cible|target|goal)\b", re.IGNORECASE)
# « 11 min 20 s : l’objectif de 10 minutes au plus est tenu », "12 minutes: the target … was met"
TOLD = re.compile(
    rf"(?<![\d.,])(?P<result>{DURATION})(?![\w.,]?\d)\s?(?:[:,;–—]\s?(?:(?:et|and)\s)?|(?:et|and)\s)"
    r"(?:l['’]|un\s|notre\s|the\s|our\s)"
    r"(?:objectif|cible|target|goal)\s(?:de|d['’]|of)\s?"
    rf"(?P<target>{DURATION})(?P<most>\s(?:au plus|maximum|au maximum|or less|at most))?\s"
    r"(?:est|a été|was|is|has been)\s"
    r"(?P<status>tenue?|atteinte?|respectée?|met|achieved|reached)\b",
    re.IGNORECASE,
)
# Durations of which more is better
OFFERED = re.compile(
    r"\b(?:ouvert\w*|autonomie|formation|opening|open|training|battery|disponib\w*|available)\b",
    re.IGNORECASE,
)


@rule(
    "time-target-differs",
    Severity.WARNING,
    "Délai dit dans l’objectif, et au-delà",
    "Une phrase donne un délai et dit que l’objectif est tenu, et le délai est plus long que cet "
    "objectif (« 11 min 20 s : l’objectif de 10 minutes au plus est tenu »). Rien n’est dit d’une "
    "durée dont on ne sait si elle doit baisser.",
)
def time_target_differs(report: Reading) -> Iterator[Issue]:
    for place, words in iterate_sentences(report, TARGET):
        for found in TOLD.finditer(words.replace("\u00a0", " ").replace("\u202f", " ")):
            result, target = (read_duration(found[name]) for name in ("result", "target"))
            is_bounded = found["most"] or FALLING.search(words)
            if not is_bounded or OFFERED.search(words):
                continue
            if result is not None and target is not None and result > target:
                yield Issue(
                    place,
                    f"« {found['result']} » dépasse l’objectif de « {found['target']} », dit "
                    f"« {found['status']} ».",
                    "Corrigez ce mot, ou l’un des deux délais.",
                    (found["result"], found["target"], found["status"]),
                )
