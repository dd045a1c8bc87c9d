"""The test suite of a service that reads and writes no files of reports."""

from cms.settings.test import *  # noqa: F403
from cms.settings.test import INSTALLED_APPS as ALL_APPS

INSTALLED_APPS = [app for app in ALL_APPS if app != "reports.exchange"]
