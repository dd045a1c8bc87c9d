"""The form that creates next year's report from another one."""

from collections.abc import Sequence
from typing import Any

from django import forms

from reports.authoring.rollforward.new_report import find_free_year
from reports.content.models import AnnualReportPage
from reports.content.models.pages import FIRST_YEAR, LAST_YEAR
from reports.content.page_titles import title_with_year


class NewReportForm(forms.Form):
    """Asks for the source report and the year of the new report."""

    source: Any = forms.TypedChoiceField(label="Bilan à reprendre", coerce=int)
    year = forms.IntegerField(
        label="Année du nouveau bilan",
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        help_text="La première année libre est proposée.",
    )

    def __init__(
        self, *args: Any, sources: Sequence[AnnualReportPage], chosen: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sources = {source.pk: source for source in sources}
        source: Any = self.fields["source"]
        source.choices = [(pk, describe_source(report)) for pk, report in self.sources.items()]
        source.initial = sources[0].pk
        if chosen:
            source.widget = forms.HiddenInput()
        self.fields["year"].initial = find_free_year(sources[0])
        first = self.fields["year"] if chosen else source
        first.widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        """Refuse a year that is not later. The creation checks whether it is taken."""
        given: dict[str, Any] = super().clean() or {}
        source, year = self.sources.get(given.get("source")), given.get("year")
        if source is None or year is None:
            return given
        if year <= source.year:
            self.add_error("year", f"Choisissez une année après {source.year}.")
        return {**given, "report": source}


def describe_source(report: AnnualReportPage) -> str:
    """Return a report’s title, and which version of it is taken over."""
    if not report.live:
        return f"{title_with_year(report)} : dernier brouillon"
    waiting = ", sans les modifications en attente" if report.has_unpublished_changes else ""
    return f"{title_with_year(report)} : version publiée{waiting}"
