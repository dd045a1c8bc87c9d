"""Recognises sentences that state a number as a target, not as a result."""

import re

from reports.core.reading import sentence
from reports.core.reading.statement import Statement, first_clause

AIMING = re.compile(
    r"\b(?:objectifs?|cibles?|seuils?|plafonds?|vis(?:er(?:a|ai|ons|ont)?|e|ons|ent|ait|aient|ions|é)|prévo(?:ya\w+|it)"
    r"|prévoyions|(?:attend|demand|souhait|espér|fix|promett|dev|voul|ambitionn)"
    r"(?:ait|aient|ions)|ambitions?|targets?|aim(?:s|ed|ing)?|goals?|plan(?:s|ned)?"
    r"|objectives?|expected|intended|hoped|sought|pledged)\b",
    re.IGNORECASE,
)
REACHING = re.compile(
    r"\b(?:avec|grâce à|soit|with|thanks to|reaching|atteignant)\b|[:;—–]",
    re.IGNORECASE,
)
"""What stands between the word of aiming and a result: « L’objectif est dépassé avec 18 »."""
AIMED = re.compile(
    r"\b(?:prévue?s?|visée?s?|attendue?s?|espérée?s?|promis(?:es?)?|fixée?s?"
    r"|(?:que|qu[’'ʼ]|comme le) ?(?:\w+ ){0,3}(?:prévoyait|visait|fixait|attendait|demandait)"
    r"|planned|targeted|expected|intended|aimed for|hoped for|pledged)\b",
    re.IGNORECASE,
)


def is_said_as_aim(statement: Statement) -> bool:
    """Return whether the sentence says the figure as an aim: « l’objectif de 8 », « 8 prévus »."""
    before = REACHING.split(sentence.words_before(statement))[-1]
    after = first_clause(sentence.words_after(statement))
    return bool(AIMING.search(before) or AIMED.search(after))
