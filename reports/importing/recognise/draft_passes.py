"""Passes over all drafts of a report, which join and part what stands beside one another."""

from collections.abc import Sequence

from reports.importing.draft import Draft
from reports.importing.findings import Notice
from reports.importing.recognise.accordions import drop_needless_ends
from reports.importing.recognise.attributions import join_attributions
from reports.importing.recognise.captions import place_captions
from reports.importing.recognise.chart_data import join_chart_data
from reports.importing.recognise.charts import name_charts
from reports.importing.recognise.figure_lines import split_figure_lines
from reports.importing.recognise.glossary_lines import define_terms
from reports.importing.recognise.section_units import apply_section_units
from reports.importing.recognise.unknown_units import note_unknown_units


def run_passes(drafts: Sequence[Draft], notices: list[Notice]) -> list[Draft]:
    """Return the drafts after each pass. Captions are found first: charts are known by theirs."""
    drafts = place_captions(drop_needless_ends(list(drafts)))
    drafts = join_chart_data(join_attributions(drafts))
    drafts = split_figure_lines(define_terms(drafts))
    name_charts(drafts)
    apply_section_units(drafts, notices)
    notices += note_unknown_units(drafts)
    return drafts
