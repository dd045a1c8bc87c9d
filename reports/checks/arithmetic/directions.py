"""Guesses from an indicator's name and numbers whether it should rise or fall."""

import re

from reports.core.figures import Figure, Qualifier

LOWER = re.compile(
    r"\b(?:lower|less|fewer) is better|\b(?:plus bas|moins),? (?:c['’]est )?mieux"
    r"|\bmieux si (?:plus )?bas|\bpoorly\b|\b(?:next|third next) available\b|à (?:faire )?baisser",
    re.IGNORECASE,
)
"""What says itself that less is better."""
FALLING = re.compile(
    r"\b(?:délais?|attente|durée|temps d(?:e|['’])|retards?|réclamations?|plaintes?|incidents?"
    r"|accidents?|accidentologie|pannes?|erreurs?|rejets?|rejetée?s?|refus|abandons?|échecs?"
    r"|absentéisme|absences?|impayée?s?|émissions?|co2|gaz à effet|consommations?|déchets?|fuites?"
    r"|pertes?|coûts?|prix|dépenses?|charges|dettes?|déficits?|vacan(?:ce|t)s?|rotation|mortalité"
    r"|décès|infections?|réadmissions?|chômage|fraudes?|litiges?|contentieux|vulnérabilités?"
    r"|anomalies?|indisponibilité|empreinte|pollution|nuisances?|arriérés?"
    r"|(?:average|mean|median) stays?|lengths? of stay|séjour moyen"
    r"|wait(?:s|ing)?|delays?|durations?|time to|(?:response|processing|handling) times?"
    r"|complaints?|accident rate|errors?|rejections?|rejected|refusals?|drop-?outs?|failures?"
    r"|absence|absenteeism|sickness|emissions?|carbon|greenhouse|consumption"
    r"|(?:energy|electricity|water|fuel|paper) use|waste|leak(?:s|age)?|loss(?:es)?|costs?"
    r"|expenditure|spending|debts?|deficits?|vacanc(?:y|ies)|staff turnover|mortality|deaths?"
    r"|readmissions?|unemployment|frauds?|disputes?|vulnerabilit(?:y|ies)|downtime|backlogs?"
    r"|overdue|injur(?:y|ies)|arrears|re-?let times?|turnaround|days to \w+)\b",
    re.IGNORECASE,
)
"""What is better where there is less of it."""
MENDED = re.compile(
    r"\b(?:traitée?s?|résolue?s?|respectée?s?|tenue?s?|évitée?s?|économisée?s?|réduite?s?|réduction"
    r"|baisse|valorisée?s?|recyclée?s?|dans les|en moins de|sous|sans|handled|resolved|answered"
    r"|avoided|saved|reduced|reduction|within|recycled|recycling|without|on time)\b",
    re.IGNORECASE,
)
"""What makes good news of it: « Réclamations traitées », « Délais respectés »."""
RISING = re.compile(
    r"\b(?:satisfaction|satisfaite?s?|réussite|succès|couverture|utilisat(?:eur|rice)s?|usag(?:er|ère)s?"
    r"|visit(?:eur|euse|e)s?|femmes|bénéficiaires?|notes?|recettes?|accessibilité|conformité"
    r"|lancée?s?|recrutée?s?|accompagnée?s?|déployée?s?|disponibilité|adhérente?s?|inscrite?s?|étudiante?s?|formée?s?|poursuivie?s?"
    r"|pérennisée?s?|recommandation"
    r"|success(?:ful)?|coverage|users?|visitors?|visits?|women|customers?|students?|graduates?"
    r"|scores?|ratings?|revenues?|income|sales|attendance|availability|compliance|recycling"
    r"|satisfied|launched|recruited|supported|on time|completed|trained"
    r"|continued|sustained|enrolments?|members?|decisions?|upheld|answered|kept|delivered|achieved"
    r"|carried out|inspected|within|immuni[sz]ations?|vaccinations?|screenings?|controlled"
    r"|catalogued|bookings?|tenue?s?|rendue?s?|délivrée?s?|traitée?s?|résolue?s?"
    r"|décrochée?s?|dans les délais|à temps)\b",
    re.IGNORECASE,
)
"""What is better where there is more of it."""


def find_direction(name: str, chosen: str, target: Figure, before: Figure | None) -> str:
    """Return `up`, `down`, or "" if neither can be told.

    `chosen` is the direction of the record; `up` is its default, so that it proves nothing. A
    target above the earlier result `before` means that a rise is wanted; one below it may only be
    modest.
    """
    if chosen == "down" or target.qualifier in (Qualifier.LESS_THAN, Qualifier.AT_MOST):
        return "down"
    if LOWER.search(name):
        return "down"
    aims_higher = is_above(target, before)
    if FALLING.search(name) and not MENDED.search(name):
        return "" if aims_higher else "down"
    return "up" if aims_higher or FALLING.search(name) or RISING.search(name) else ""


def is_above(target: Figure, before: Figure | None) -> bool:
    """Return whether a target is more than the result before it."""
    if before is None or before.value is None or target.value is None:
        return False
    is_same = before.unit is target.unit and before.value_to == target.value_to
    return is_same and target.value > before.value
