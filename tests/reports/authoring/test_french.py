"""Wagtail's French, mended: compiled, and of messages that Wagtail still has."""

import gettext
import json
import re
from pathlib import Path

import pytest
import wagtail
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as translate
from django.utils.translation import ngettext, trans_real
from wagtail.admin.templatetags.wagtailadmin_tags import timesince_simple

import reports
from reports.content.models import User
from tests.cms.frontend.test_typography import find_breaks

FOLDER = Path(reports.__file__).parent / "locale/fr/LC_MESSAGES"
ENTRY = re.compile(r'^msgid "(.+)"\nmsgstr "(.+)"$', re.MULTILINE)


def read_entries(domain: str) -> list[tuple[str, str]]:
    """Return what our catalogue says of each message of a domain."""
    source = (FOLDER / f"{domain}.po").read_text(encoding="utf-8")
    return [
        (ask.replace('\\"', '"'), say.replace('\\"', '"')) for ask, say in ENTRY.findall(source)
    ]


MENDED = read_entries("django")
OF_SCRIPTS = read_entries("djangojs")
# Messages that only one of the two versions asks for; those of 7.4 leave with it.
OF_7_4 = {
    "Page scheduled for publishing",
    "Page scheduled for publishing at %(go_live_at)s",
    "Page unscheduled for publishing at %(go_live_at)s",
}
OF_8 = {
    "%(model_name)s scheduled for publishing",
    "%(model_name)s scheduled for publishing at %(go_live_at)s",
    "%(model_name)s unscheduled for publishing at %(go_live_at)s",
    "%(model_name)s unscheduled from publishing",
    "Are you sure you want to revoke this API token?",
}
# « Ce(tte) », « publié(e) », « le/la »: forms that no sentence needs.
BOTH_GENDERS = re.compile(r"\w\((?:e|es|te|tte|le|elle|la)\)|\b(?:le/la|ce/cette|il/elle)\b")


@pytest.mark.django_db
def test_scripts_say_what_we_wrote() -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("super"))
    script = client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()
    assert len(OF_SCRIPTS) > 5
    for ask, say in OF_SCRIPTS:
        assert f"{json.dumps(ask)}: {json.dumps(say)}" in script


def test_no_message_asks_why_not() -> None:
    """« Pourquoi ne pas en ajouter ? » says nothing to who may not."""
    with translation.override("fr"):
        catalog = trans_real.catalog()._catalog  # type: ignore[attr-defined]
    said = {str(catalog[key]) for part in catalog._catalogs for key in part}
    assert [message for message in said if "Pourquoi ne pas" in message] == []


@pytest.mark.parametrize(("ask", "say"), MENDED)
def test_a_message_says_what_we_wrote(ask: str, say: str) -> None:
    assert translate(ask) == say


def test_there_are_some_and_one_is_plural() -> None:
    assert len(MENDED) > 20
    page = '%(total)s Page <span class="w-sr-only">created in %(site_name)s</span>'
    pages = page.replace("Page", "Pages")
    assert ngettext(page, pages, 8).startswith("%(total)s pages")


def test_no_line_breaks_beside_a_sign_that_a_space_joins() -> None:
    assert find_breaks(say for _, say in MENDED + OF_SCRIPTS) == []


def test_what_has_just_happened_is_not_called_no_minute() -> None:
    assert timesince_simple(timezone.now()) == "à l’instant"


def test_wagtail_still_asks_for_each() -> None:
    known: set[str] = set()
    for catalogue in Path(wagtail.__file__).parent.rglob("locale/fr/LC_MESSAGES/django*.mo"):
        with catalogue.open("rb") as file:
            known |= {str(message) for message in gettext.GNUTranslations(file)._catalog}
    elsewhere = OF_8 if wagtail.VERSION < (8,) else OF_7_4
    asked = {ask for ask, _ in MENDED + OF_SCRIPTS}
    assert asked - elsewhere <= known
    assert elsewhere <= asked - known


def test_no_message_is_of_both_genders() -> None:
    with translation.override("fr"):
        catalog = trans_real.catalog()._catalog  # type: ignore[attr-defined]
    keys = {key for part in catalog._catalogs for key in part}
    # of the plural, Wagtail has a third form; where ours has two, it is never asked for
    said = [str(catalog[key]) for key in keys if not isinstance(key, tuple) or key[1] < 2]

    assert len(said) > 1_000
    assert [message for message in said if BOTH_GENDERS.search(message)] == []
