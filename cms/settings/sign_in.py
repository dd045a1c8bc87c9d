"""Settings of signing in. Each is an environment variable, except those of libraries."""

from typing import Any

from cms.settings import environment
from cms.settings.extras import EXTRAS
from cms.settings.optional_apps import APPS_LEFT_OUT

# The provider of identities (OpenID Connect), if there is one: its address as its tokens name it.
OIDC_ISSUER = environment.read_url("OIDC_ISSUER", ("https",)).rstrip("/")
# What the provider is called on the button that leads to it.
OIDC_NAME = environment.read_text("OIDC_NAME", "ProConnect")
# The levels of authentication (`acr`) that are enough: those of ProConnect with two factors.
_ASSURANCE = "https://proconnect.gouv.fr/assurance"
OIDC_ACR_VALUES = environment.read_items(
    "OIDC_ACR_VALUES",
    (
        "eidas2",
        "eidas3",
        f"{_ASSURANCE}/self-asserted-2fa",
        f"{_ASSURANCE}/consistency-checked-2fa",
    ),
)
# The claim that names groups, and which of ours each of its values stands for; without it, groups
# are given in Bilan.
OIDC_GROUPS_CLAIM = environment.read_text("OIDC_GROUPS_CLAIM")
OIDC_GROUPS: dict[str, Any] = environment.read_mapping("OIDC_GROUPS")
# The one account that may sign in with its password all the same, for the day without a provider.
BREAK_GLASS_ACCOUNT = environment.read_text("BREAK_GLASS_ACCOUNT")

# Minutes without a request after which a session ends.
SESSION_IDLE_MINUTES = environment.read_integer("SESSION_IDLE_MINUTES", 120, least=1)
# Wrong passwords or codes for one account, from whatever addresses, after which it has to wait; and
# the minutes in which they are counted, after which it no longer has to.
SIGN_IN_ATTEMPTS = environment.read_integer("SIGN_IN_ATTEMPTS", 10, least=1)
SIGN_IN_LOCK_MINUTES = environment.read_integer("SIGN_IN_LOCK_MINUTES", 15, least=1)
FACTORS = ("required", "optional")
# Whether a local account needs a code of an app beside its password.
SECOND_FACTOR_REQUIRED = environment.read_choice("SECOND_FACTOR", FACTORS, "optional") == FACTORS[0]
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "cms.operations.password_resets.OutboxResetForm"
HAS_ACCOUNTS = "accounts" not in APPS_LEFT_OUT
if HAS_ACCOUNTS:
    WAGTAILADMIN_USER_LOGIN_FORM = "reports.accounts.forms.CodeLoginForm"
OTP_TOTP_ISSUER = "Bilan"
# Days for which the audit log is kept.
AUDIT_DAYS = environment.read_integer("AUDIT_DAYS", 365, least=1)
INVITATION_DAYS = environment.read_integer("INVITATION_DAYS", 7, least=1, most=30)

# What mozilla-django-oidc reads.
OIDC_RP_CLIENT_ID = environment.read_text("OIDC_CLIENT_ID")
OIDC_RP_CLIENT_SECRET = environment.read_text("OIDC_CLIENT_SECRET")
OIDC_RP_SIGN_ALGO = environment.read_choice("OIDC_ALGORITHM", ("RS256", "PS256", "ES256"), "RS256")
OIDC_RP_SCOPES = environment.read_text("OIDC_SCOPES", "openid email given_name usual_name")
OIDC_TIMEOUT = 5  # seconds
OIDC_USE_PKCE = True
OIDC_STORE_ID_TOKEN = True  # the provider wants it back when somebody signs out
OIDC_AUTHENTICATION_CALLBACK_URL = "sign_in_callback"


def _read_endpoint(name: str, path: str) -> str:
    return environment.read_url(f"OIDC_{name}_URL", ("https",), f"{OIDC_ISSUER}/{path}")


OIDC_OP_AUTHORIZATION_ENDPOINT = _read_endpoint("AUTHORIZATION", "authorize")
OIDC_OP_TOKEN_ENDPOINT = _read_endpoint("TOKEN", "token")
OIDC_OP_USER_ENDPOINT = _read_endpoint("USERINFO", "userinfo")
OIDC_OP_JWKS_ENDPOINT = _read_endpoint("JWKS", "jwks")
OIDC_OP_LOGOUT_ENDPOINT = _read_endpoint("LOGOUT", "session/end")

AUTHENTICATION_BACKENDS = ["reports.editorial.authentication.AccountBackend"]
if OIDC_ISSUER:
    # Passwords are the provider's business; that of the break-glass account is set by a command.
    WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = False
    WAGTAILUSERS_PASSWORD_REQUIRED = False
    if HAS_ACCOUNTS and "oidc" in EXTRAS:
        AUTHENTICATION_BACKENDS.append("reports.sign_in.provider.ProviderBackend")
    environment.require_settings("OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
