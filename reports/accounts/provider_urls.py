"""The URLs for signing in through an identity provider. They need the extra `oidc`."""

from django.urls import path

from reports.accounts import provider_views

urlpatterns = [
    path("", provider_views.BeginView.as_view(), name="sign_in_begin"),
    path("retour/", provider_views.CallbackView.as_view(), name="sign_in_callback"),
]
