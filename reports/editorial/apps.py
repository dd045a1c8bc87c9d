from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    """Wagtail's, with our views of accounts and groups."""

    user_viewset = "reports.editorial.accounts.AccountViewSet"
    group_viewset = "reports.editorial.accounts.AccountGroupViewSet"
