"""Signing in through a provider, from the invitation to the end of the session."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from reports.accounts.models import AccountSession, Identity
from reports.content.models import AnnualReportPage, User
from tests.identity_provider import SUBJECT, IdentityProvider, build_settings

from .conftest import EDITOR, eventually, start_session

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Contexts = Callable[..., BrowserContext]


@pytest.fixture
def provider(settings: Any) -> Iterator[IdentityProvider]:
    provider = IdentityProvider()
    for name, value in build_settings(provider.url).items():
        setattr(settings, name, value)
    yield provider
    provider.close()


@pytest.fixture
def account(report: AnnualReportPage) -> User:
    user = User.objects.create_superuser("lectrice")
    user.set_unusable_password()
    user.save()
    return user


@pytest.fixture
def browser_page(contexts: Contexts) -> Page:
    return contexts(**EDITOR).new_page()


def sign_in(page: Page) -> None:
    page.goto("/admin/login/")
    page.get_by_role("link", name="Se connecter avec ProConnect").click()


def test_from_the_invitation_to_signing_out(
    account: User,
    provider: IdentityProvider,
    contexts: Contexts,
    live_server: LiveServer,
    shots: Path,
) -> None:
    administrator = User.objects.create_superuser("administratrice")
    office = contexts(**EDITOR)
    start_session(office, administrator, live_server.url)
    desk = office.new_page()
    desk.goto(f"/admin/comptes/{account.pk}/invitation/")
    desk.get_by_role("button", name="Créer l’invitation").click()
    link = desk.get_by_label("Adresse de l’invitation").input_value()
    desk.screenshot(path=shots / "invitation-made.png")

    guest = contexts(**EDITOR).new_page()
    guest.goto(link)
    guest.screenshot(path=shots / "invitation.png")
    assert "#" not in guest.url  # neither in the history of the browser
    guest.get_by_role("button", name="Accepter avec ProConnect").click()
    expect(guest.get_by_text("au compte « lectrice »")).to_be_visible()
    guest.screenshot(path=shots / "invited.png")
    guest.get_by_role("link", name="Continuer avec ProConnect").click()
    expect(guest).to_have_url(re.compile(r"/admin/$"))
    assert Identity.objects.get().user == account

    guest.goto("/admin/account/sessions/")
    expect(guest.get_by_role("row", name="(celle-ci)")).to_contain_text("Chrome sur Linux")
    guest.screenshot(path=shots / "sessions.png")

    guest.goto("/admin/")
    guest.get_by_role("button", name="lectrice").first.click()
    guest.get_by_role("button", name="Se déconnecter").click()
    expect(guest.get_by_role("link", name="Se connecter avec ProConnect")).to_be_visible()
    guest.screenshot(path=shots / "login.png")
    assert provider.signed_out[0]["id_token_hint"]

    late = contexts(**EDITOR).new_page()
    late.goto(link)
    late.get_by_role("button", name="Accepter avec ProConnect").click()
    expect(late.get_by_text("Cette invitation a déjà servi.")).to_be_visible()


def test_a_weak_sign_in(
    account: User, provider: IdentityProvider, browser_page: Page, shots: Path
) -> None:
    Identity.objects.create(user=account, issuer=provider.url, subject=SUBJECT)
    provider.level = "eidas1"

    sign_in(browser_page)

    expect(browser_page.get_by_text("Votre connexion n’est pas assez sûre")).to_be_visible()
    browser_page.screenshot(path=shots / "weak.png")
    browser_page.get_by_role("link", name="Retour à la page de connexion").click()
    provider.level = "eidas2"
    browser_page.get_by_role("link", name="Se connecter avec ProConnect").click()
    expect(browser_page).to_have_url(re.compile(r"/admin/$"))


def test_a_session_that_ends_while_somebody_types(
    report: AnnualReportPage,
    account: User,
    provider: IdentityProvider,
    browser_page: Page,
    shots: Path,
) -> None:
    """Nothing that was typed is lost: whoever signs in in another tab sees the save go on."""
    Identity.objects.create(user=account, issuer=provider.url, subject=SUBJECT)
    sign_in(browser_page)
    expect(browser_page).to_have_url(re.compile(r"/admin/$"))
    browser_page.goto(f"/admin/pages/{report.pk}/edit/")
    title = browser_page.locator("[name=hero_title]")
    title.click()
    browser_page.wait_for_timeout(3_000)  # the editor's first look

    Session.objects.all().delete()
    AccountSession.objects.all().delete()
    title.fill("Écrit après la fin de la session")
    banner = browser_page.locator(".bilan-saving")
    expect(banner).to_contain_text("Vous êtes déconnecté")
    expect(banner.get_by_role("link", name="Se connecter")).to_have_attribute("href", "/admin/")
    expect(browser_page.locator(".footer__save-warning")).not_to_contain_text("erreur serveur")
    browser_page.screenshot(path=shots / "signed-out.png")

    other = browser_page.context.new_page()
    sign_in(other)
    expect(other).to_have_url(re.compile(r"/admin/$"))

    def is_saved() -> bool:
        latest = AnnualReportPage.objects.get(pk=report.pk).get_latest_revision_as_object()
        return bool(latest.hero_title == "Écrit après la fin de la session")

    eventually(browser_page, is_saved)
    expect(browser_page.locator(".bilan-saving")).to_contain_text("enregistré")
    browser_page.screenshot(path=shots / "signed-in-again.png")


def test_a_second_factor(
    report: AnnualReportPage, contexts: Contexts, settings: Any, shots: Path
) -> None:
    """Where it is required, the first page shows what to do, with a picture for the telephone."""
    settings.SECOND_FACTOR_REQUIRED = True
    group = Group.objects.create(name="Lecture")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = User.objects.create_user("lectrice", password="un mot de passe assez long")
    user.groups.add(group)
    page = contexts(**EDITOR).new_page()
    page.goto("/admin/login/")
    page.get_by_label("Nom d’utilisateur").fill("lectrice")
    page.get_by_label("Mot de passe").fill("un mot de passe assez long")
    page.get_by_role("button", name="S’identifier").click()

    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    page.screenshot(path=shots / "second-factor.png")
    page.get_by_label("Code de six chiffres").fill("000000")
    page.get_by_role("button", name="Activer").click()
    expect(page.get_by_role("alert")).to_contain_text("Ce code n’est pas le bon.")
