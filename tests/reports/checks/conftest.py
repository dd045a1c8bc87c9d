"""Reports in a database, people who may publish them, and two rules that are easy to break."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from wagtail.models import Page

from reports.checks.rule import RULES, Issue, Rule, Severity
from reports.content.models import AnnualReportPage, User
from reports.content.site_tree import report_index
from reports.core.reading import Reading
from tests.reports.people import make_people

Body = list[dict[str, Any]]


def find_word(word: str) -> Callable[[Reading], Iterator[Issue]]:
    """Finds a word in the prose of a report."""

    def find(report: Reading) -> Iterator[Issue]:
        for text in report.texts:
            if word in text.text:
                yield Issue(text.place, f"« {word} » est là.", "Retirez ce mot.", (word,))

    return find


@pytest.fixture
def own_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules of our own stand in for all others."""
    for code in list(RULES):
        monkeypatch.delitem(RULES, code)
    for code, severity, word in (
        ("no-fault", Severity.ERROR, "FAUTE"),
        ("no-doubt", Severity.WARNING, "DOUTE"),
    ):
        rule = Rule(code, severity, code, "Un essai.", find_word(word))
        monkeypatch.setitem(RULES, code, rule)


def build_body(*texts: str) -> Body:
    return [
        {"type": "paragraph", "value": {"text": f"<p>{text}</p>"}, "id": f"p{rank}"}
        for rank, text in enumerate(texts)
    ]


@pytest.fixture
def people(db: None, own_rules: None) -> dict[str, User]:
    """An editor, an approver and an administrator, by name; the workflow between them."""
    return make_people()


@pytest.fixture
def draft(people: dict[str, User]) -> Callable[..., AnnualReportPage]:
    """Makes a report that is no more than a draft, with one paragraph for each text."""

    def make(*texts: str, year: int = 2024) -> AnnualReportPage:
        page = AnnualReportPage(title=f"Bilan {year}", year=year, slug=str(year), live=False)
        report_index().add_child(instance=page)
        page.body = json.dumps(build_body(*texts))
        page.save_revision(user=people["redaction"])
        return AnnualReportPage.objects.get(pk=page.pk)

    return make


def save_draft(page: Page, *texts: str, **fields: Any) -> AnnualReportPage:
    """Saves another draft of `page`; blocks keep their ids by their rank."""
    latest = page.get_latest_revision_as_object()
    latest.body = json.dumps(build_body(*texts))
    for name, value in fields.items():
        setattr(latest, name, value)
    latest.save_revision()
    return AnnualReportPage.objects.get(pk=page.pk)
