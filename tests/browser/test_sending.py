"""A form that is on its way is not saved beside itself: that could undo what it asks for."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, Route, expect

from reports.authoring.roles.set_up import set_up
from reports.content.models import AnnualReportPage, User
from reports.demo import accounts

from .conftest import open_actions, wait_until_watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WAY = 3_000  # ms for which a form is on its way: Wagtail looks for typing every half second

SignIn = Callable[[str], Page]


@pytest.fixture
def submitted(report: AnnualReportPage) -> AnnualReportPage:
    set_up()
    accounts.ensure_accounts()
    report.save_revision()
    report.get_workflow().start(report, User.objects.get(username="redaction"))
    return AnnualReportPage.objects.get(pk=report.pk)


def watch(page: Page) -> list[str]:
    """Makes the form's way long; which answers are wanted by what is sent meanwhile."""
    wanted: list[str] = []

    def slowly(route: Route) -> None:
        if route.request.method == "POST":
            wanted.append(route.request.headers["accept"].partition(",")[0])
            if len(wanted) == 1:
                page.wait_for_timeout(WAY)
        route.continue_()

    page.route("**/edit/", slowly)
    return wanted


def test_one_click_approves_one_step(submitted: AnnualReportPage, sign_in: SignIn) -> None:
    page = sign_in("validation")
    page.goto(f"/admin/pages/{submitted.pk}/edit/")
    wait_until_watched(page)
    wanted = watch(page)
    open_actions(page)
    page.get_by_role("button", name="Approuver", exact=True).click()
    page.locator(".modal-body").get_by_role("button", name="Approuver").click()
    expect(page.locator(".messages .success").first).to_be_visible(timeout=4 * WAY)

    assert wanted == ["text/html"]
    report = AnnualReportPage.objects.get(pk=submitted.pk)
    assert report.current_workflow_task.name == "Validation"
    assert report.last_published_at is None


def test_what_is_typed_before_a_save_by_hand_is_sent_once(
    submitted: AnnualReportPage, sign_in: SignIn
) -> None:
    page = sign_in("validation")
    page.goto(f"/admin/pages/{submitted.pk}/edit/")
    wait_until_watched(page)
    wanted = watch(page)
    # in one task: between two, the editor might save by itself
    page.get_by_role("button", name=re.compile("Enregistrer le brouillon")).evaluate(
        """button => {
            const title = document.querySelector("[name=hero_title]");
            title.value = "Bilan";
            title.dispatchEvent(new Event("input", { bubbles: true }));
            button.click();
        }"""
    )
    expect(page.locator(".messages .success").first).to_be_visible(timeout=4 * WAY)

    assert wanted == ["text/html"]
    report = AnnualReportPage.objects.get(pk=submitted.pk)
    assert report.get_latest_revision_as_object().hero_title == "Bilan"


def test_a_form_waits_for_a_save_that_is_on_its_way(
    submitted: AnnualReportPage, sign_in: SignIn
) -> None:
    page = sign_in("validation")
    page.goto(f"/admin/pages/{submitted.pk}/edit/")
    wait_until_watched(page)
    watch(page)
    sent: list[str] = []

    def note(event: str, request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/edit/"):
            sent.append(f"{event} {request.headers['accept'].partition(',')[0]}")

    page.on("request", lambda request: note("begin", request))
    page.on("requestfinished", lambda request: note("end", request))
    title = page.locator("[name=hero_title]")
    with page.expect_request(lambda request: request.method == "POST"):
        title.press_sequentially("Bilan")
    title.press_sequentially(" 2024")
    page.get_by_role("button", name=re.compile("Enregistrer le brouillon")).click()
    expect(page.locator(".messages .success").first).to_be_visible(timeout=10 * WAY)

    assert sent[:3] == ["begin application/json", "end application/json", "begin text/html"]
    assert "begin application/json" not in sent[1:]
    report = AnnualReportPage.objects.get(pk=submitted.pk)
    assert report.get_latest_revision_as_object().hero_title == "Bilan 2024"


def test_ctrl_s_saves_where_one_is(submitted: AnnualReportPage, sign_in: SignIn) -> None:
    page = sign_in("validation")
    page.goto(f"/admin/pages/{submitted.pk}/edit/")
    wait_until_watched(page)
    wanted = watch(page)
    title = page.locator("[name=hero_title]")
    title.press_sequentially("Bilan")
    title.press("Control+s")
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible(timeout=4 * WAY)

    expect(title).to_be_focused()
    assert set(wanted) == {"application/json"}
    report = AnnualReportPage.objects.get(pk=submitted.pk)
    assert report.get_latest_revision_as_object().hero_title == "Bilan"
