"""Settings for development and `make demo`: nothing has to be configured, nothing is secret."""

from cms.settings import environment
from cms.settings.base import *  # noqa: F403
from cms.settings.base import LOGGING

DEBUG = environment.read_flag("DEBUG", False)
SECRET_KEY = "a-key-for-development-only-that-production-refuses"
# Its passwords are public: a page of another site must not reach it by a name that leads here.
ALLOWED_HOSTS = environment.read_items("ALLOWED_HOSTS", [".localhost", "127.0.0.1", "[::1]"])
DEMO_ACCOUNTS_ALLOWED = True
LOGGING["formatters"]["text"] = {"format": "%(levelname)s %(message)s"}  # with whole tracebacks
