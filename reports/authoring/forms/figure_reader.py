"""The view that parses figures for the editing widgets."""

import json
import re
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from reports.core.figures import (
    Figure,
    Qualifier,
    State,
    compose,
    find_numbers,
    parse,
    respelt,
    split,
)
from reports.core.figures.column_context import read_column_context
from reports.core.figures.locale import Locale, current_locale, use_locale
from reports.core.figures.typography import TIMES

MAX_EXPRESSIONS = 500  # expressions in one request
MAX_EXPRESSION_CHARACTERS = 300  # in one expression
OPTIONAL = ("read_as", "language", "currency", "heading", "figure")

# What is said of a figure that has no number.
SPOKEN_STATES = {
    State.EMPTY: "vide",
    State.TEXT: "texte, aucun chiffre reconnu",
    State.NOT_APPLICABLE: "sans objet",
    State.NOT_AVAILABLE: "non disponible",
}

# One to three digits, a comma, three digits: a decimal here, a thousand in English.
AMBIGUOUS = re.compile(r"(?<![\d,.\u202f])[1-9]\d{0,2},\d{3}(?!\d)")


def refuse_request(message: str) -> JsonResponse:
    return JsonResponse({"error": message}, status=400)


@require_POST
def read_figures(request: HttpRequest) -> JsonResponse:
    """Parse `[{"raw", "read_as", "language", "currency", "heading"}]`, of which only `raw` is
    required.

    The answer is `[{"text", "state", "spoken"}]` in the same order. In a `phrase`, which is a
    figure with words around it, the figure is parsed: its own, or the `figure` that an editor has
    chosen. For a `line`, which is a phrase whose figures are marked, `place` has the start and end
    of its own figure, and `numbers` those of each of its numbers, in characters. A `heading` is
    that of a table column, which may give the unit of its cells.
    """
    try:
        expressions = json.loads(request.body)
    except (ValueError, RecursionError):
        return refuse_request("Le corps de la requête n’est pas du JSON.")
    if not isinstance(expressions, list) or not all(is_expression(item) for item in expressions):
        return refuse_request(
            f"Une liste de {{raw, read_as}} est attendue, "
            f"de {MAX_EXPRESSION_CHARACTERS} signes au plus."
        )
    if len(expressions) > MAX_EXPRESSIONS:
        return refuse_request(f"{len(expressions)} expressions : {MAX_EXPRESSIONS} au plus.")
    return JsonResponse([describe_item(item) for item in expressions], safe=False)


def describe_item(item: dict[str, Any]) -> dict[str, Any]:
    """Return how an expression is understood in the language and the currency of its report."""
    with use_locale(Locale.from_fields(item)):
        figure = parse(find_expression(item), item.get("read_as") or None)
        heading = item.get("heading") or ""
        figure = read_column_context(heading, current_locale()).apply(figure) if heading else figure
        return {
            "text": figure.text,
            "state": figure.state.value,
            "spoken": describe_reading(figure.away_from_column),
            **(locate_numbers(item["raw"]) if item.get("line") else {}),
        }


def locate_numbers(line: str) -> dict[str, Any]:
    """Return the position of the figure of a line, and of each of its numbers."""
    before, expression, _ = split(line)
    place = [len(before), len(before) + len(expression)] if expression else None
    return {"place": place, "numbers": find_numbers(line)}


def is_expression(item: Any) -> bool:
    if not isinstance(item, dict) or not isinstance(item.get("raw"), str):
        return False
    texts = [item["raw"], *(item.get(name) or "" for name in OPTIONAL)]
    return all(isinstance(text, str) and len(text) <= MAX_EXPRESSION_CHARACTERS for text in texts)


def find_expression(item: dict[str, Any]) -> str:
    """Return the expression that is read: that of a phrase is its figure, or all of it."""
    if not item.get("phrase"):
        return item["raw"]
    chosen: str | None = item.get("figure")
    return chosen if chosen is not None else split(item["raw"]).expression or item["raw"]


def describe_reading(figure: Figure) -> str:
    """Describe a parsed figure in a few French words."""
    if figure.state is State.TEXT and (meant := respelt(figure.read_as or figure.raw)):
        return f"texte : écrivez {' ou '.join(meant)}"
    if figure.state in SPOKEN_STATES:
        return SPOKEN_STATES[figure.state]
    text = compose(figure)
    if text[1:2].islower():  # a capital may open the expression, but "CHF 300" keeps its own
        text = text[:1].lower() + text[1:]
    if AMBIGUOUS.search(text) and not figure.locale.is_english:
        text += " (nombre à virgule)"
    match figure.qualifier:
        case Qualifier.CHANGE:
            return f"évolution de {text}"
        case Qualifier.RATIO:
            return f"rapport : {text.replace('/', ' sur ')}"
        case Qualifier.FACTOR:
            return text if figure.words else f"multiplié par {text.removeprefix(TIMES)}"
        case Qualifier.RANGE:
            return f"intervalle : {text}"
        case Qualifier.FROM_TO:
            return f"passage : {text}"
    return text
