"""The type of the site of a request: publisher, licence and the rest of its identity."""

from typing import Any

import strawberry
from strawberry import Parent
from wagtail.models import Site as WagtailSite

from reports import models
from reports.content.visibility.sites import site_address
from reports_graphql.context import Info
from reports_graphql.fields import parse_url
from reports_graphql.scalars import URL
from reports_graphql.types.media import Picture
from reports_graphql.types.model_type import attribute_field, model_type


def licence_url(identity: Parent[models.SiteIdentity]) -> URL | None:
    return parse_url(identity.licence_url)


@model_type(models.SiteIdentity, description="A licence.")
class Licence:
    name: str = attribute_field("licence_name", "Its name.")
    url: URL | None = strawberry.field(
        resolver=licence_url, description="Complete address of its text; null if unsaid."
    )
    type: str = attribute_field(
        "licence_type",
        "What it asks of reusers: a term of http://purl.org/adms/licencetype/ such as "
        "Attribution; empty if unsaid.",
    )


def text_field(name: str, description: str) -> Any:
    """Return a field that gives a text of the site's identity."""

    def resolve(info: Info) -> str:
        return str(getattr(info.context.load.site_identity, name))

    return strawberry.field(resolver=resolve, description=description)


def url_field(name: str, description: str) -> Any:
    """Return a field that gives a URL of the site's identity, if it is safe to publish."""

    def resolve(info: Info) -> URL | None:
        return parse_url(getattr(info.context.load.site_identity, name))

    return strawberry.field(resolver=resolve, description=description)


def site_url(site: Parent[WagtailSite]) -> URL:
    return URL(site_address(site))


def site_logo(info: Info) -> Any:
    return info.context.load.pictures_by_id.get(info.context.load.site_identity.logo_id)


def site_licence(info: Info) -> Any:
    identity = info.context.load.site_identity
    return identity if identity.licence_name else None


@model_type(WagtailSite, description="The site that the request is made to.")
class Site:
    name: str = attribute_field("site_name", "The name of the site; empty if it has none.")
    url: URL = strawberry.field(
        resolver=site_url,
        description="Complete address of the site: what every public path follows, without a slash "
        "at the end.",
    )
    language: str = text_field("language", "Language of the site, as BCP 47 has it: « fr ».")
    printed_base: URL | None = url_field(
        "printed_base",
        "Complete address of the site that reports were printed for: what addresses without a site "
        "are relative to, such as the links that are `PRINTED`. Null if nobody says.",
    )
    publisher: str = text_field("publisher", "Name of who publishes the site; empty if unsaid.")
    publisher_type: str = text_field(
        "publisher_type",
        "What the publisher is: a term of http://purl.org/adms/publishertype/ such as "
        "NationalAuthority; empty if unsaid.",
    )
    contact_email: str = text_field(
        "contact_email", "Whom to write to about the data; empty if unsaid."
    )
    contact_url: URL | None = url_field(
        "contact_url", "Complete address of a page or a form of contact; null if unsaid."
    )
    coverage: URL | None = url_field(
        "coverage",
        "The territory that the figures are about: its address in a public table; null if unsaid.",
    )
    logo: Picture | None = strawberry.field(
        resolver=site_logo,
        description="The logo of the programme, to stand beside its name; null if there is none, "
        "or if it is not public.",
    )
    licence: Licence | None = strawberry.field(
        resolver=site_licence,
        description="Licence under which the reports may be reused; null if none is named.",
    )
