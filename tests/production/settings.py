"""Production over plain HTTP, with demonstration accounts and without collected files."""

from cms.settings.production import *  # noqa: F403
from cms.settings.production import STORAGES

DEMO_ACCOUNTS_ALLOWED = True
SECOND_FACTOR_REQUIRED = False  # the accounts of the demonstration have a password alone
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SECURE_HSTS_SECONDS = 0
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
