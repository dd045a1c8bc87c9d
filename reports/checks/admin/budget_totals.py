"""The view that adds up the columns of a budget while an editor fills in its grid."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from reports.checks.arithmetic.budget_totals import compute_totals
from reports.content.blocks.figures import BudgetBlock
from reports.core.document import read
from reports.core.document.figure_blocks import Budget
from reports.core.document.table import MAX_ROWS
from reports.core.figures.locale import Locale, use_locale

LINES = BudgetBlock().child_blocks["lines"]
COLUMNS = ("amount", "staff")


@require_POST
def show_totals(request: HttpRequest) -> JsonResponse:
    """Take the JSON of a grid as `lines`, with the language and the currency of its report, and
    answer with the total of each column of figures by its name.
    """
    fields = {name: request.POST.get(name, "") for name in ("language", "currency")}
    locale = Locale.from_fields({name: value for name, value in fields.items() if value})
    with use_locale(locale):
        lines = LINES.get_prep_value(LINES.value_from_form(request.POST.get("lines", "")))
        if len(lines) > MAX_ROWS:
            return JsonResponse({"error": "Trop de lignes."}, status=400)
        document = read([{"type": "budget", "id": "", "value": {"lines": lines}}], locale)
        (budget,) = document.blocks
        assert isinstance(budget, Budget)
        totals = map(asdict, compute_totals(budget))
        return JsonResponse(dict(zip(COLUMNS, totals, strict=True)))
