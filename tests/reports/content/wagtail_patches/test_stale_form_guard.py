from collections.abc import Callable

import pytest

from reports.content.models import AnnualReportPage, HomePage, Service
from reports.content.wagtail_patches.stale_form_guard import StaleFormGuard
from tests.reports.checks.conftest import draft, own_rules, people
from tests.reports.checks.edit_form import build_form

__all__ = ["draft", "own_rules", "people"]

Draft = Callable[..., AnnualReportPage]


def test_what_was_published_meanwhile_stays_public(draft: Draft) -> None:
    page = draft("Tout va bien.")
    loaded = AnnualReportPage.objects.get(pk=page.pk)
    page.save_revision().publish()
    bound = (
        type(loaded).get_edit_handler().get_form_class()(build_form("Plus tard."), instance=loaded)
    )
    assert isinstance(bound, StaleFormGuard)
    assert bound.is_valid(), bound.errors
    saved = bound.save()
    saved.save_revision()

    stored = AnnualReportPage.objects.get(pk=page.pk)
    assert (stored.live, stored.live_revision_id) == (True, page.latest_revision_id)
    assert stored.has_unpublished_changes
    assert "Plus tard." not in str(stored.body)
    assert "Plus tard." in str(stored.get_latest_revision_as_object().body)


@pytest.mark.parametrize("model", [AnnualReportPage, HomePage, Service])
def test_all_that_can_be_published_is_saved_so(model: type) -> None:
    assert issubclass(model.base_form_class, StaleFormGuard)
