"""What is hidden has no entries, and the gate is asked of those that time has hidden since."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from reports.content.models import AnnualReportPage, HomePage, ReportIndexPage, SearchEntry, Term
from reports.content.search import entry_query
from reports.content.search.corrections import Vocabulary
from reports.content.search.entry_query import EntryFilter, WordPatterns
from reports.content.visibility.perspective import Perspective
from reports.core.text.search_words import parse_search

pytestmark = pytest.mark.django_db
HIDDEN, NOWHERE, PUBLIC = "hippocampe", "ornithorynque", "bornes"


def search(word: str, prefix: bool = False, **within: Any) -> Any:
    words = [WordPatterns.of_word(each) for each in parse_search(word, prefix)]
    return entry_query.find_entries(public(), words, EntryFilter(**within))


def public() -> Perspective:
    return Perspective(Site.objects.get(is_default_site=True))


@pytest.fixture
def expired(page: Any) -> Term:
    """A term that has expired and that nobody has unpublished yet."""
    yesterday = timezone.now() - timedelta(days=1)
    return Term.objects.create(slug="h", name="Caché", definition=HIDDEN, expire_at=yesterday)


def test_only_public_words_are_found(expired: Term) -> None:
    assert SearchEntry.objects.filter(term=expired).exists()
    assert search(HIDDEN).count() == search(NOWHERE).count() == 0
    assert search(PUBLIC).count() == 1
    assert search(HIDDEN[:6], prefix=True).count() == 0
    assert search(PUBLIC[:4], prefix=True).count() == 1


def test_the_vocabulary_has_public_words_alone(expired: Term) -> None:
    vocabulary = Vocabulary.read(public())
    assert vocabulary.folded[PUBLIC] == 1
    assert HIDDEN not in vocabulary.folded
    assert not any(HIDDEN.startswith(stem) for stem in vocabulary.stems if len(stem) > 3)


def test_a_record_has_entries_while_it_is_live() -> None:
    term = Term.objects.create(slug="h", name="Caché", definition=HIDDEN, live=False)
    entries = SearchEntry.objects.filter(term=term)
    assert not entries.exists()
    term.save_revision().publish()
    assert entries.count() == 1
    Term.objects.get().unpublish()
    assert not entries.exists()


def restrict_itself(page: AnnualReportPage) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")


def restrict_for_groups(page: AnnualReportPage) -> PageViewRestriction:
    restriction = PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="groups")
    restriction.groups.add(Group.objects.get_or_create(name="Lecture")[0])
    return restriction


def restrict_above(page: AnnualReportPage) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


def passages() -> QuerySet[SearchEntry]:
    return SearchEntry.objects.exclude(report=None)


@pytest.mark.parametrize("restrict", [restrict_itself, restrict_for_groups, restrict_above])
def test_a_restricted_report_has_none(
    page: AnnualReportPage, restrict: Callable[[AnnualReportPage], PageViewRestriction]
) -> None:
    before = passages().count()
    assert before
    restriction = restrict(page)
    assert not passages().exists()
    page.save()
    assert not passages().exists()
    restriction.delete()
    assert passages().count() == before


def test_a_report_that_is_moved_below_a_restricted_page_has_none(page: AnnualReportPage) -> None:
    before = passages().count()
    assert before
    home = HomePage(title="Ailleurs", slug="ailleurs")
    Page.get_first_root_node().add_child(instance=home)
    index = home.add_child(instance=ReportIndexPage(title="Bilans", slug="bilan"))
    PageViewRestriction.objects.create(page=home.page_ptr, restriction_type="login")
    old_parent = page.get_parent()
    page.move(index, "last-child")
    assert not passages().exists()
    moved = AnnualReportPage.objects.get()
    moved.move(Page.objects.get(pk=old_parent.pk), "last-child")
    assert passages().count() == before


def test_a_page_that_goes_with_its_restriction_leaves_nothing(page: AnnualReportPage) -> None:
    restrict_itself(page)
    page.delete()
    assert not passages().exists()
