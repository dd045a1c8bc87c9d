"""The Django app of the reference frontend."""

from django.apps import AppConfig


class FrontendConfig(AppConfig):
    name = "cms.frontend"
    label = "frontend"
