"""URLs for signing in and out, one of which replaces Wagtail's."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import URLPattern, path

from reports.accounts import views
from reports.accounts.browser_pass import take_pass_view


def provider_urls() -> Sequence[URLPattern]:
    """Return the addresses of signing in through a provider, where the extra `oidc` is there."""
    if "oidc" not in settings.EXTRAS:
        return []
    from reports.accounts import provider_views

    return [
        path("connexion/", provider_views.BeginView.as_view(), name="sign_in_begin"),
        path("connexion/retour/", provider_views.CallbackView.as_view(), name="sign_in_callback"),
    ]


urlpatterns = [
    path("connexion/essais/<str:token>/", take_pass_view, name="sign_in_pass"),
    *provider_urls(),
    path("invitation/", views.take_invitation_view, name="take_invitation"),
    path("logout/", views.SignOutView.as_view(), name="sign_out"),
]
