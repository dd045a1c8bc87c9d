"""URLs for signing in and out, one of which replaces Wagtail's."""

from django.urls import path

from reports.accounts import views
from reports.accounts.browser_pass import take_pass_view

urlpatterns = [
    path("connexion/essais/<str:token>/", take_pass_view, name="sign_in_pass"),
    path("connexion/", views.BeginView.as_view(), name="sign_in_begin"),
    path("connexion/retour/", views.CallbackView.as_view(), name="sign_in_callback"),
    path("invitation/", views.take_invitation_view, name="take_invitation"),
    path("logout/", views.SignOutView.as_view(), name="sign_out"),
]
