"""Explains in one French sentence why a recognised block has its type.

The account of an import in the admin shows these sentences.
"""

from collections.abc import Callable, Iterable
from typing import Any

from reports.core.document.awards import says_award
from reports.core.document.periods import read_period
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.recognise.awards import MONEY

COMMENTED = "Un commentaire de Bilan, dans le fichier, le dit."
REASONS = {
    "budget": "Chaque poste a son montant ; il y est question de dépenses, ou d’effectifs.",
    "key_figures": "Chaque ligne commence par un chiffre.",
    "fact_list": "Des lignes où se trouve un chiffre ; rien ne prouve une liste plus précise.",
    "service_lines": "Un nom puis une mission à chaque ligne ; ce qui précède parle de services.",
    "impact_cards": "Des noms de services, et sous chacun une mission, un statut ou des faits.",
    "comparison_cards": "Des noms de services, et sous chacun des faits de plusieurs périodes.",
    "incubator_list": "Des noms suivis d’une administration ; il est question d’incubateurs.",
    "definitions": "Des termes et leur sens ; ce qui précède parle de définitions.",
    "criteria": "Des titres numérotés comme critères, conditions ou engagements.",
    "links": "Chaque ligne est un lien, et rien d’autre.",
    "download": "Un lien vers un fichier.",
    "quote": "Une citation du fichier.",
    "callout": "Un encadré du fichier.",
    "accordion": "Un titre qui déplie du texte.",
    "panel": "Un titre qui déplie ce qui suit.",
    "picture": "Une image ; rien ne dit que c’est un graphique.",
    "paragraph": "Une liste dans du texte ; rien ne prouve un type plus précis.",
}


def explain_type(draft: Draft) -> str:
    """Return the sentence for a block; nothing for a heading."""
    if draft.is_commented:
        return COMMENTED
    if draft.reason:
        return draft.reason
    explain = EXPLAINED.get(draft.kind)
    return explain(draft.value) if explain else REASONS.get(draft.kind, "")


def explain_awards(value: dict[str, Any]) -> str:
    heads = list_heads(value)
    named = [head for head in heads[1:] if says_award(head, get_vocabulary())]
    return f"La tête {quote(named)} dit ce qui a été attribué ; les lignes nomment des services."


def explain_indicators(value: dict[str, Any]) -> str:
    stated = [column.heading for column in value["table"].columns[1:] if read_period(column)]
    if stated:
        return f"Des têtes disent une période et un résultat ou un objectif : {quote(stated)}."
    return "Des objectifs à côté de résultats."


def explain_table(value: dict[str, Any]) -> str:
    """Return why a table is not one of indicators, awards or a budget."""
    money = [
        column.heading
        for place, column in enumerate(value["table"].columns)
        if place and (MONEY.search(column.heading) or has_money(value, place))
    ]
    if len(money) == 1 and says_award(money[0], get_vocabulary()):
        return f"La tête {quote(money)} dit ce qui a été attribué, mais rien de sûr ne dit à qui."
    if len(money) == 1:
        return f"La colonne {quote(money)} est en argent, mais rien ne dit qu’il a été attribué."
    return "Rien n’y prouve des indicateurs, un financement ou un budget."


def explain_chart(value: dict[str, Any]) -> str:
    if value["data"]:
        return "Une image de graphique, et ses données à côté."
    return "Une image dont le titre ou la transcription dit que c’est un graphique."


def has_money(value: dict[str, Any], place: int) -> bool:
    """Return whether all numbers of a column are money."""
    figures = [row.cells[place].figure for row in value["table"].rows if place < len(row.cells)]
    numbers = [figure for figure in figures if figure.is_number]
    return bool(numbers) and all(figure.currency for figure in numbers)


def list_heads(value: dict[str, Any]) -> list[str]:
    return [column.heading for column in value["table"].columns]


def quote(heads: Iterable[str]) -> str:
    return ", ".join(f"« {head} »" for head in heads)


EXPLAINED: dict[str, Callable[[dict[str, Any]], str]] = {
    "funding_table": explain_awards,
    "indicator_table": explain_indicators,
    "data_table": explain_table,
    "chart": explain_chart,
}
