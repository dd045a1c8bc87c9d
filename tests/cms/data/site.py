"""What the site says of itself: who publishes its data, and on what terms."""

from wagtail.models import Site

from reports import models

TERMS = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
FRANCE = "http://publications.europa.eu/resource/authority/country/FRA"


def name_terms() -> None:
    """Say of the default site who publishes its data, where to ask, and on what terms."""
    site = Site.objects.get(is_default_site=True)
    given = {
        "publisher": "La DINUM",
        "publisher_type": models.PublisherType.NATIONAL,
        "contact_email": "contact@programme.example",
        "contact_url": "https://programme.example/contact",
        "coverage": FRANCE,
        "licence_name": "Licence Ouverte",
        "licence_url": TERMS,
        "licence_type": models.LicenceType.ATTRIBUTION,
    }
    models.SiteIdentity.objects.update_or_create(site=site, defaults=given)
