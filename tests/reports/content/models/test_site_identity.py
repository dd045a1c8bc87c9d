"""What a site says of itself."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from reports.content.models import SiteIdentity

pytestmark = pytest.mark.django_db


def test_reading_writes_nothing() -> None:
    identity = SiteIdentity.read(Site.objects.get())

    assert (identity.language, identity.printed_base, identity.stated) == ("fr", "", {})
    assert not SiteIdentity.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("language", ""),
        ("language", "français"),
        ("language", "fr_FR"),
        ("printed_base", "beta.gouv.fr"),
        ("printed_base", "javascript:alert(1)"),
        ("printed_base", "ftp://beta.gouv.fr"),
        ("licence_url", "/licence/"),
    ],
)
def test_what_is_no_language_or_address_is_refused(field: str, value: str) -> None:
    identity = SiteIdentity(site=Site.objects.get(), licence_name="Licence", **{field: value})

    with pytest.raises(ValidationError) as refused:
        identity.full_clean()
    assert [*refused.value.message_dict] == [field]


def test_a_licence_has_a_name() -> None:
    identity = SiteIdentity(site=Site.objects.get(), licence_url="https://licence.example/")

    with pytest.raises(ValidationError, match="Donnez le nom de la licence"):
        identity.full_clean()


@pytest.mark.parametrize("language", ["fr", "fr-CA", "zh-Hant-TW", "br"])
def test_languages_as_bcp_47_has_them(language: str) -> None:
    SiteIdentity(site=Site.objects.get(), language=language).full_clean()
