"""The Django app of signing in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Configures the app, and registers its entry rule and its deletion of expired rows."""

    name = "reports.accounts"
    label = "reports_accounts"
    verbose_name = "Connexion"

    def ready(self) -> None:
        from reports.accounts import receivers, retention
        from reports.accounts.middleware import admit_session
        from reports.content.audit.retention import register_deletion
        from reports.content.entry_rules import register_entry_rule

        receivers.connect()
        register_entry_rule(admit_session)
        register_deletion(retention.delete_expired)
