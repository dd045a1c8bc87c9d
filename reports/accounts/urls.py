"""The URLs for signing in and out; the one for signing out replaces Wagtail's."""

from django.conf import settings
from django.urls import include, path

from reports.accounts import views
from reports.accounts.browser_pass import take_pass_view

provider_urls = (
    [path("connexion/", include("reports.accounts.provider_urls"))]
    if "oidc" in settings.EXTRAS
    else []
)
urlpatterns = [
    path("connexion/essais/<str:token>/", take_pass_view, name="sign_in_pass"),
    *provider_urls,
    path("invitation/", views.take_invitation_view, name="take_invitation"),
    path("logout/", views.SignOutView.as_view(), name="sign_out"),
]
