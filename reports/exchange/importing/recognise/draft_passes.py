"""Runs the passes over all drafts of a report that join or split adjacent blocks."""

from collections.abc import Sequence

from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.recognise.accordions import drop_needless_ends
from reports.exchange.importing.recognise.attributions import join_attributions
from reports.exchange.importing.recognise.captions import place_captions
from reports.exchange.importing.recognise.chart_data import join_chart_data
from reports.exchange.importing.recognise.charts import name_charts
from reports.exchange.importing.recognise.figure_lines import split_figure_lines
from reports.exchange.importing.recognise.glossary_lines import define_terms
from reports.exchange.importing.recognise.rounds import name_rounds
from reports.exchange.importing.recognise.section_units import apply_section_units
from reports.exchange.importing.recognise.unknown_units import note_unknown_units


def run_passes(drafts: Sequence[Draft], notices: list[Notice]) -> list[Draft]:
    """Return the drafts after all passes. Captions come first, because they identify charts."""
    drafts = place_captions(drop_needless_ends(list(drafts)))
    drafts = join_chart_data(join_attributions(drafts))
    drafts = split_figure_lines(define_terms(drafts))
    name_charts(drafts)
    name_rounds(drafts)
    apply_section_units(drafts, notices)
    notices += note_unknown_units(drafts)
    return drafts
