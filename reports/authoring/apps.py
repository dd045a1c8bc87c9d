"""The Django apps of authoring, and of Wagtail's accounts with our views."""

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AuthoringConfig(AppConfig):
    """The app of authoring, which installs edit forms and registers the tools of the body's
    form.
    """

    name = "reports.authoring"
    label = "reports_authoring"
    verbose_name = "Rédaction"
    default = True

    def ready(self) -> None:
        from reports.authoring.forms import body_tools as tools
        from reports.authoring.forms import edit_forms, stale_forms
        from reports.authoring.rollforward import receivers
        from reports.content.folding.body_tools import register_body_tool

        for tool in tools.TOOLS:
            register_body_tool(tool)
        receivers.connect()
        edit_forms.install_forms()
        stale_forms.install()


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's app of accounts and groups, with our views."""

    user_viewset = "reports.authoring.roles.account_views.AccountViewSet"
    group_viewset = "reports.authoring.roles.account_views.AccountGroupViewSet"
