"""The State's design system is for the State; whoever else uses Bilan has a theme of its own."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Site

import cms.frontend
from reports import models

CSS = Path(cms.frontend.__path__[0]) / "static" / "frontend"
PLAIN = {
    *("fr-alert--info", "fr-alert--sm", "fr-badge--no-icon", "fr-badge--sm", "fr-logo"),
    *("fr-breadcrumb__link", "fr-footer__body", "fr-footer__bottom-copy", "fr-footer__brand"),
    *("fr-footer__bottom-item", "fr-footer__bottom-link", "fr-footer__content", "fr-link"),
    *("fr-footer__content-desc", "fr-header__body", "fr-header__body-row", "fr-select-group"),
    *("fr-header__brand-top", "fr-header__operator", "fr-link--download", "fr-segmented--sm"),
    *("fr-segmented__element", "fr-segmented__legend", "fr-table--no-caption"),
    "fr-table__content",
}
PAGES = ("/", "/bilan/", "/bilan/2024/", "/recherche/", "/relecture/rien/", "/rien/")


@pytest.fixture
def neutral(settings: Any, publish: Any) -> None:
    settings.FRONTEND_THEME, settings.FRONTEND_LOGO = "neutre", "/media/logo.svg"
    publish(2024)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_of_the_state_is_on_a_neutral_page(
    client: Client, neutral: None, path: str
) -> None:
    page = client.get(path).content.decode()
    assert "frontend/neutral.css" in page
    assert not re.search(r"dsfr|République|fr-logo", page)


def test_the_logo_is_in_the_header(client: Client, neutral: None) -> None:
    page = client.get("/bilan/2024/").content.decode()
    header = page[page.index("<header") : page.index("</header>")]
    assert '<img class="bilan-logo" src="/media/logo.svg" alt="">' in header


def test_a_logo_that_was_chosen_stands_before_that_of_the_settings(
    client: Client, neutral: None, picture_bytes: bytes
) -> None:
    logo = models.Picture.objects.create(title="Logo", file=ContentFile(picture_bytes, "logo.png"))
    models.SiteIdentity.objects.create(site=Site.objects.get(), logo=logo)
    shown = client.get("/bilan/").content.decode()
    logo.collection.view_restrictions.create(restriction_type="login")
    hidden = client.get("/bilan/").content.decode()

    assert shown.count(logo.renditions.get(filter_spec="max-480x480|format-webp").url) == 2
    assert "/media/logo.svg" not in shown
    assert hidden.count("/media/logo.svg") == 2
    assert str(logo.key) not in hidden
    assert logo.file.name not in hidden


@pytest.mark.parametrize("path", PAGES)
def test_the_state_has_its_own(client: Client, publish: Any, path: str) -> None:
    publish(2024)
    page = client.get(path).content.decode()
    assert "dsfr.min.css" in page
    assert "neutral.css" not in page


def test_the_neutral_theme_has_every_variable_that_styles_use() -> None:
    used = {
        name
        for file in CSS.glob("*.css")
        for name in re.findall(r"var\((--(?:text|background|border)-[a-z-]+)", file.read_text())
    }
    defined = set(re.findall(r"(--[a-z-]+):", (CSS / "neutral.css").read_text()))
    assert len(used) > 10
    assert used <= defined


def test_the_neutral_theme_has_every_class_that_templates_use() -> None:
    """Those that look there like any link, list or paragraph are listed."""
    templates = Path(cms.frontend.__path__[0]) / "templates"
    text = "\n".join(file.read_text() for file in templates.rglob("*.html"))
    named = {
        name
        for group in re.findall(r'class="([^"]*)"', text)
        for name in re.findall(r"(?<![\w-])fr-[\w-]*[a-z0-9](?![\w-])", group)
    }
    drawn = set(re.findall(r"\.(fr-[\w-]+)", (CSS / "neutral.css").read_text()))
    assert len(named) > 30
    assert sorted(named - drawn - PLAIN) == []
