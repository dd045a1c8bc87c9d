"""Guards on what strangers may begin at the provider of identities, and on private files."""

from .guard import Guard

TESTS = "tests/reports/accounts"
EXCHANGES, VIEWS = f"{TESTS}/test_exchanges.py", "reports/accounts/provider_views.py"
INVITATIONS, PROVIDER = f"{TESTS}/test_invitations.py", f"{TESTS}/test_provider.py"
REQUESTS, RATES = "reports/accounts/provider_requests.py", "cms/http/sign_in_rates.py"
MIDDLEWARE, PRIVATE = "reports/accounts/middleware.py", "tests/cms/http/test_private_files.py"

EXCHANGED = [
    Guard(
        "threads that wait for the provider",
        REQUESTS,
        "if not exchange_places().acquire(blocking=False):",
        "if exchange_places().acquire(blocking=False) and False:",
        EXCHANGES,
        "part_of_the_threads",
    ),
    Guard(
        "redirects of the provider",
        REQUESTS,
        "allow_redirects=False",
        "allow_redirects=True",
        PROVIDER,
        "redirect",
    ),
    Guard(
        "keys that sign",
        "reports/accounts/key_set.py",
        " and can_sign(key):",
        ":",
        PROVIDER,
        "encrypt",
    ),
    Guard(
        "the lifetime of an identity token",
        "reports/accounts/id_token.py",
        'if claims["exp"] - claims["iat"] > MAX_LIFETIME_SECONDS:',
        "if False:",
        PROVIDER,
        "expiry",
    ),
    Guard(
        "the rate of sign-ins that are begun",
        RATES,
        'rate_limit.spend_rate(request.META, "sign_in", settings.SIGN_IN_RATE, 1)',
        "pass",
        EXCHANGES,
        "few_times",
    ),
    Guard(
        "sign-ins that a page embeds",
        RATES,
        "if name in STEPS and is_embedded(request):",
        "if False:",
        EXCHANGES,
        "part_of_another_page",
    ),
    Guard(
        "forged forms that count as guesses",
        RATES,
        "        return self.get_response(request)\n",
        "        return self.process_view(request) or self.get_response(request)\n",
        "tests/cms/http/test_sign_in_rates.py",
        "forged",
    ),
    Guard(
        "sessions of those who never sign in",
        "reports/accounts/views.py",
        "request.session.set_expiry(UNFINISHED_SESSION_SECONDS)",
        "pass",
        EXCHANGES,
        "ends_soon",
    ),
    Guard(
        "an invitation that was left",
        VIEWS,
        'if "invitation" not in request.GET:',
        "if False:",
        INVITATIONS,
        "next_is_not_bound",
    ),
    Guard(
        "the minutes of an accepted invitation",
        "reports/accounts/accepted_invitation.py",
        "if digest and until <= now.timestamp():",
        "if False:",
        INVITATIONS,
        "waits_for_minutes",
    ),
    Guard(
        "idle sessions before private files",
        MIDDLEWARE,
        "    end_idle_session(request)\n    return",
        "    return",
        PRIVATE,
        "idle",
    ),
    Guard(
        "the second factor before private files",
        MIDDLEWARE,
        "return not lacks_second_factor(request)",
        "return True",
        PRIVATE,
        "second_factor",
    ),
]
