"""Settings that every environment shares; docs/operators.md describes the variables."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from cms.settings import environment, places
from cms.settings.authorities import *  # noqa: F403
from cms.settings.authorities import CA_BUNDLE
from cms.settings.database import *  # noqa: F403
from cms.settings.extras import *  # noqa: F403
from cms.settings.extras import EXTRAS
from cms.settings.feed import *  # noqa: F403
from cms.settings.frontend import *  # noqa: F403
from cms.settings.graphql import *  # noqa: F403
from cms.settings.logs import *  # noqa: F403
from cms.settings.media import *  # noqa: F403
from cms.settings.metrics import *  # noqa: F403
from cms.settings.optional_apps import *  # noqa: F403
from cms.settings.optional_apps import keep_installed
from cms.settings.outbox import *  # noqa: F403
from cms.settings.pdf import *  # noqa: F403
from cms.settings.previews import *  # noqa: F403
from cms.settings.sign_in import *  # noqa: F403
from cms.settings.storage import *  # noqa: F403
from cms.settings.webhooks import *  # noqa: F403

ROOT: Path = places.ROOT
BUNDLED: Path = places.BUNDLED
VAR: Path = places.VAR

INSTALLED_APPS = keep_installed(
    [
        "reports.content",
        "reports.checks",
        "reports.publishing",
        "reports.authoring",
        "reports.accounts",
        "reports.exchange",
        "reports.demo",
        "reports",
        "cms",
        "cms.frontend",
        "cms.pdf",
        "wagtail.contrib.forms",
        "wagtail.contrib.frontend_cache",
        "wagtail.contrib.redirects",
        "wagtail.contrib.settings",
        "wagtail.embeds",
        "wagtail.sites",
        "reports.authoring.apps.UsersConfig",  # wagtail.users
        "wagtail.snippets",
        "wagtail.documents",
        "wagtail.images",
        "wagtail.search",
        "wagtail.admin",
        "wagtail",
        "modelcluster",
        "taggit",
        "graphene_django_graphiql_static",
        "django.contrib.auth",
        "django.contrib.humanize",  # its French: Wagtail says with it how long ago something was
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
        *(["django.contrib.postgres"] if "postgres" in EXTRAS else []),
        "corsheaders",
        "django_otp",
        "django_otp.plugins.otp_totp",
        "django_otp.plugins.otp_static",
    ]
)

MIDDLEWARE = keep_installed(
    [
        "cms.http.request_id.RequestIdMiddleware",
        "cms.operations.metrics.MetricsMiddleware",
        "cms.operations.health.HealthMiddleware",
        "cms.http.client_address.ClientAddressMiddleware",
        "django.middleware.security.SecurityMiddleware",
        "cms.http.cors.SparingCorsMiddleware",
        "cms.http.graph.GraphMiddleware",
        "cms.http.security_headers.SecurityHeadersMiddleware",
        "cms.http.body_admission.RefusedBodyMiddleware",
        "cms.frontend.page_cache.PageCacheMiddleware",
        "whitenoise.middleware.WhiteNoiseMiddleware",
        "cms.http.rates.RateMiddleware",
        "cms.http.admission.AdmissionMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.locale.LocaleMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "reports.accounts.middleware.IdleMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
        "reports.checks.admin.refusals.RefusalMiddleware",
        "reports.publishing.corrections.admin.refusals.UnansweredMiddleware",
        "cms.http.malformed_requests.MalformedRequestMiddleware",
        "cms.http.unavailable.UnavailableMiddleware",
        "cms.http.sign_in_rates.SignInRatesMiddleware",
        "reports.accounts.middleware.SecondFactorMiddleware",
    ]
)

GRAPHQL_QUERIES = BUNDLED / "graphql" / "queries"  # documents that every process keeps ready
GUIDES = BUNDLED / "docs"  # what editors read in the admin, and the pictures in it

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

CACHES: dict[str, dict[str, Any]] = {
    # What Wagtail would keep here, where sites begin, is one statement; a cache that each process
    # has for itself would grow old, and one that hangs would stop publications.
    "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    # Whether a rendition exists is the database's to say: a cache that outlives it would lie.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    # What processes share of the graph's answers; each process keeps some by itself.
    "answers": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
if _cache_url := environment.read_url("CACHE_URL", ("redis", "rediss", "unix")):
    if CA_BUNDLE and _cache_url.startswith("rediss://"):
        _cache_url += f"{'&' if '?' in _cache_url else '?'}ssl_ca_certs={CA_BUNDLE}"
    _redis = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": _cache_url}
    _patience = {"socket_timeout": 0.2, "socket_connect_timeout": 0.2}  # seconds
    CACHES["answers"] = {
        **_redis,
        "KEY_PREFIX": "answers",
        "OPTIONS": {**_patience, "serializer": "reports_graphql.http.tiered_cache.Plain"},
    }

# A cache in front of this server that understands PURGE by tag: where it is.
WAGTAILFRONTENDCACHE: dict[str, dict[str, Any]] = {}
if _frontend_cache := environment.read_url("FRONTEND_CACHE_URL", ("http", "https")):
    WAGTAILFRONTENDCACHE["default"] = {
        "BACKEND": "cms.operations.purging.TagBackend",
        "LOCATION": _frontend_cache,
    }

AUTH_USER_MODEL = "reports.User"
LOGIN_URL = "wagtailadmin_login"
_validation = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_validation}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_validation}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_validation}.CommonPasswordValidator"},
    {"NAME": f"{_validation}.NumericPasswordValidator"},
]

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français")]
LOCALE_PATHS = [places.ROOT / "reports/locale"]  # also of scripts, whose catalogue is Wagtail's
TIME_ZONE = "Europe/Paris"
USE_TZ = True

STATIC_URL = "/static/"
# Parsers of what people give run in processes of their own, with bounds (`reports/core/bounded`).
BOUNDED_PROCESSES = True

STATIC_ROOT = Path(environment.read_text("STATIC_ROOT", str(VAR / "static")))
# The DSFR's own assets; its Django app, with a table of its settings, is not needed for them.
STATICFILES_DIRS = [Path(find_spec("dsfr").submodule_search_locations[0]) / "static"]  # type: ignore[union-attr,index]
STATICFILES_FINDERS = [
    "cms.frontend.dsfr_files.DsfrFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
_media = (ROOT if places.IS_CHECKOUT else VAR) / "media"
MEDIA_ROOT = Path(environment.read_text("MEDIA_ROOT", str(_media)))

WAGTAIL_SITE_NAME = "Bilan"
# as editors type them: what its calendar cannot read, Wagtail takes for now
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAILADMIN_BASE_URL = environment.read_url("BASE_URL", ("http", "https"), "http://127.0.0.1:8000")
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = False
# It would name the draft of the page that a typed address leads to; our own picker finds pages.
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = "none"
WAGTAILIMAGES_IMAGE_MODEL = "reports.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "reports.ReportDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a report's form has several thousand fields

# Paths of the same host that lead out of Bilan's pages: to its other doors, and to whatever else
# the operator serves there. Links to them are no dead ends.
OUTSIDE_PATHS = [
    *("/recherche/", "/plan-du-site/", "/indicateurs/", "/flux/"),
    *("/media/", "/documents/", "/graphql/"),
    *environment.read_items("OUTSIDE_PATHS"),
]
# The kinds of records that frontends have a page for, with the path below which it is. Terms of the
# glossary have none.
RECORD_PAGES = {
    "service": "/services/",
    "indicator": "/indicateurs/",
    "incubator": "/incubateurs/",
    "funding_round": "/appels/",
}
# Paths below which records and comparisons have pages; at these themselves there is nothing but
# what OUTSIDE_PATHS has.
RECORD_PATHS = [*RECORD_PAGES.values(), "/comparer/"]

# Else a chart is drawn when somebody first asks for it, and waits a second.
CHARTS_DRAWN_ON_PUBLICATION = "charts" in EXTRAS

# Who is told of a vulnerability: /.well-known/security.txt, absent without contacts.
SECURITY_CONTACTS = environment.read_contacts("SECURITY_CONTACTS")
SECURITY_EXPIRES = environment.read_moment("SECURITY_EXPIRES")

# The admin asks no third party anything.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

STRAWBERRY_DJANGO = {
    "TYPE_DESCRIPTION_FROM_MODEL_DOCSTRING": False,
    "MAP_AUTO_ID_AS_GLOBAL_ID": False,
}
