"""What the site says of itself: who publishes its data, and on what terms."""

from wagtail.models import Site

from reports import models

TERMS = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


def name_terms() -> None:
    """Name the publisher and the licence of the default site."""
    site = Site.objects.get(is_default_site=True)
    given = {"publisher": "La DINUM", "licence_name": "Licence Ouverte", "licence_url": TERMS}
    models.SiteIdentity.objects.update_or_create(site=site, defaults=given)
