"""One developer's machine, and `make demo`: nothing to configure, nothing secret."""

import os

from cms.settings.base import *  # noqa: F403

DEBUG = os.environ.get("DEBUG", "") == "1"
SECRET_KEY = "a-key-for-development-only-that-production-refuses"
ALLOWED_HOSTS = ["*"]
DEMO_ACCOUNTS_ALLOWED = True
