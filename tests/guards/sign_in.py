"""Guards on who signs in."""

from .guard import Guard

TESTS = "tests/reports/accounts"
TOKEN, ACCOUNTS = "reports/accounts/id_token.py", "reports/accounts/identities.py"
PROVIDER, VIEWS = f"{TESTS}/test_provider.py", "reports/accounts/provider_views.py"
INVITATIONS, FACTOR = f"{TESTS}/test_invitations.py", f"{TESTS}/test_second_factor.py"


def claim(name: str, old: str, new: str = "") -> Guard:
    """An identity token of which one thing is not verified."""
    return Guard(f"{name} of an identity token", TOKEN, old, new, PROVIDER, "lies")


SIGNED_IN = [
    claim("the issuer", "                issuer=self.issuer,\n"),
    claim(
        "the audience",
        'options={"require": required},',
        'options={"require": required, "verify_aud": False},',
    ),
    claim(
        "the expiry",
        'options={"require": required},',
        'options={"require": required, "verify_exp": False},',
    ),
    claim(
        "the signature",
        'options={"require": required},',
        'options={"require": required, "verify_signature": False},',
    ),
    claim("the authorised party", "        self.check_authorized_party(claims)\n"),
    claim("the level", "if self.levels and claims", "if not self.levels and claims"),
    claim(
        "the nonce",
        'if not nonce or not hmac.compare_digest(nonce, str(claims.get("nonce", ""))):',
        "if not nonce:",
    ),
    claim("the times", "[*ALWAYS, *TIMES]", "ALWAYS"),
    Guard(
        "the subject of userinfo",
        "reports/accounts/provider.py",
        'if claims.get("sub") != payload["sub"]:',
        "if False:",
        PROVIDER,
        "lies",
    ),
    Guard(
        "the issuer of an identity",
        ACCOUNTS,
        "filter(issuer=issuer, subject=subject)\n    found",
        "filter(subject=subject)\n    found",
        PROVIDER,
        "issuer",
    ),
    Guard(
        "an account that is disabled",
        ACCOUNTS,
        "    return check_active(found.user)",
        "    return found.user",
        PROVIDER,
        "disabled",
    ),
    Guard(
        "the use of an invitation",
        ACCOUNTS,
        "    if invitation.used_at:",
        "    if False:",
        INVITATIONS,
        "use",
    ),
    Guard(
        "the end of an invitation",
        ACCOUNTS,
        "    if invitation.expires_at <= now:",
        "    if False:",
        INVITATIONS,
        "expires",
    ),
    Guard(
        "an invitation of a refused sign-in",
        VIEWS,
        "            accepted_invitation.forget(request.session)\n        return response",
        "            pass\n        return response",
        INVITATIONS,
        "forgotten",
    ),
    Guard(
        "passwords beside a provider",
        "reports/content/authentication.py",
        "if settings.OIDC_ISSUER and username",
        "if not settings.OIDC_ISSUER and username",
        PROVIDER,
        "BreakGlass",
    ),
    Guard(
        "the code of a second factor",
        "reports/accounts/forms.py",
        "if user is not None and has_second_factor(user):",
        "if False:",
        FACTOR,
        "nothing_less",
    ),
    Guard(
        "the second factor that is required",
        "reports/accounts/middleware.py",
        "        if self.is_missing(request):",
        "        if False:",
        FACTOR,
        "Required",
    ),
    Guard(
        "the waits between codes",
        "reports/accounts/second_factor.py",
        "allowed = device is not None and device.verify_is_allowed()[0]",
        "allowed = device is not None",
        FACTOR,
        "guesses",
    ),
    Guard(
        "sessions that are idle",
        "reports/accounts/idleness.py",
        "if idle > settings.SESSION_IDLE_MINUTES * 60:",
        "if False:",
        f"{TESTS}/test_sessions.py",
        "idle",
    ),
    Guard(
        "sessions of others",
        "reports/accounts/session_views.py",
        "AccountSession.objects.filter(user=request.user)",
        "AccountSession.objects.all()",
        f"{TESTS}/test_sessions.py",
        "ended",
    ),
    Guard(
        "names that may be passwords",
        "reports/content/audit/sign_ins.py",
        'name if known else ""',
        "name",
        "tests/reports/content/audit",
        "place_of_a_name",
    ),
    Guard(
        "who reads the audit log",
        "reports/content/audit/views.py",
        "if not request.user.has_perm(PERMISSION):",
        "if False:",
        "tests/reports/authoring/roles/test_permissions.py",
        "journal",
    ),
]
