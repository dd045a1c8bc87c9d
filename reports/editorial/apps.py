from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    """Wagtail's, with our views of accounts."""

    user_viewset = "reports.editorial.accounts.AccountViewSet"
