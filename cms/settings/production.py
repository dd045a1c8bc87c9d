"""Settings of a public service: secrets and local values must be set in the environment."""

from django.core.exceptions import ImproperlyConfigured

from cms.settings import environment
from cms.settings.base import *  # noqa: F403
from cms.settings.base import FACTORS, STORAGES

DEBUG = False
if environment.read_flag("DEBUG", False):
    raise ImproperlyConfigured("DEBUG=1 is for cms.settings.dev alone: its pages show everything.")
# without an address of a database, each node would quietly have one of its own
SECRET_KEY, *_ = environment.require_settings("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL")
if "production-refuses" in SECRET_KEY or len(SECRET_KEY) < 32:
    raise ImproperlyConfigured("SECRET_KEY is a development key or shorter than 32 characters.")
ALLOWED_HOSTS = environment.read_items("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [
    f"https://{f'*{host}' if host.startswith('.') else host}"
    for host in ALLOWED_HOSTS
    if host != "*"
]
DEMO_ACCOUNTS_ALLOWED = False
SECOND_FACTOR_REQUIRED = environment.read_choice("SECOND_FACTOR", FACTORS, "required") == FACTORS[0]

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "cms.http.static_storage.StaticStorage"}}

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = environment.read_flag("SECURE_SSL_REDIRECT", True)
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
