"""Finds the site of a request, with one statement that is compiled once."""

from functools import cache

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site

from reports.content.visibility.compiled_queries import Selection, Statement

UNSAID = "http://localhost"  # the site that Wagtail makes by itself: nobody said where it is


def site_address(site: Site) -> str:
    """Return the complete address of a site without a slash; `BASE_URL` if nobody has said it."""
    said = str(site.root_url)
    return str(settings.WAGTAILADMIN_BASE_URL).rstrip("/") if said == UNSAID else said


@cache
def compile_all_sites(vendor: str) -> Statement:
    """Return the statement that reads all sites: there are few."""
    columns = [field.attname for field in Site._meta.concrete_fields]
    sites = Site.objects.order_by("pk").select_related("root_page")
    return Statement.compile(sites.only(*columns, "root_page__path", "root_page__url_path"))


def find_site(host: str, port: str) -> Site | None:
    """Return the site of a host name and a port, chosen as Wagtail does.

    That is the one of this name and port; else the default one, if it has the name; else the only
    one of this name; else the default one. Its root page knows where it is, and nothing else.
    """
    sites = Selection(compile_all_sites(connection.vendor), {}).fetch()
    named = [site for site in sites if site.hostname == host]
    exact = [site for site in named if str(site.port) == port]
    default = [site for site in sites if site.is_default_site]
    both = [site for site in named if site.is_default_site]
    alone = named if len(named) == 1 else []
    return next(iter(exact or both or alone or default), None)


def find_site_for_request(request: HttpRequest) -> Site | None:
    """Return the site that a request is for, looked up once. Raises DisallowedHost."""
    known = vars(request)
    if "_bilan_site" not in known:
        host, _ = split_domain_port(request.get_host())
        known["_bilan_site"] = find_site(host, request.get_port())
    found: Site | None = known["_bilan_site"]
    return found
