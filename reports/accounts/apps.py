from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Configuration of the app for sign-in: provider, invitations, second factors and sessions."""

    name = "reports.accounts"
    label = "reports_accounts"
    verbose_name = "Connexion"

    def ready(self) -> None:
        from reports.accounts import receivers, retention
        from reports.content.audit.retention import register_deletion

        receivers.connect()
        register_deletion(retention.delete_expired)
