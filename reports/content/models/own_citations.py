"""Keeps the citations of a report's own figures its own, whatever its key or year became."""

import json
from typing import Any

from reports.core.citations.copies import settle_texts
from reports.core.text.citations import has_citations


def settle_citations(report: Any) -> None:
    """Have citations of figures of a report name the report and its year as they are now."""
    stored = report.body.get_prep_value()
    introduction = report.introduction
    if report.year is None or not has_citations(json.dumps([stored, introduction])):
        return
    settled = settle_texts(stored, introduction, report.translation_key, report.year)
    if settled != (stored, introduction):
        report.body, report.introduction = json.dumps(settled[0]), settled[1]
