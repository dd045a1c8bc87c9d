"""Settings for collecting production's static files while an image is built, without secrets."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import STORAGES

SECRET_KEY = "a-key-for-collecting-only-that-production-refuses"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "cms.http.static_storage.StaticStorage"}}
DEMO_ACCOUNTS_ALLOWED = False
