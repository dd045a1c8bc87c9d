"""Verifies the ID token of a provider, and refuses it unless every claim is valid.

OpenID Connect Core 1.0, 3.1.3.7 lists what a client has to verify. The library for the provider
only verifies the signature and the nonce.
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import jwt
from jwt.exceptions import InvalidSubjectError

from reports.accounts.refusals import Reason, SignInRefused

CLOCK_LEEWAY_SECONDS = 60  # seconds by which clocks may differ
MAX_LIFETIME_SECONDS = 24 * 60 * 60  # seconds from its issue in which an identity token may expire
ALWAYS = ["iss", "aud", "sub"]
TIMES = ["exp", "iat"]
# The first that fits names the reason: these are subclasses of others of PyJWT's errors.
REASONS: tuple[tuple[type[Exception], Reason], ...] = (
    (jwt.ExpiredSignatureError, Reason.EXPIRED),
    (jwt.ImmatureSignatureError, Reason.NOT_YET_VALID),
    (jwt.InvalidIssuedAtError, Reason.MALFORMED),
    (jwt.InvalidIssuerError, Reason.ISSUER),
    (jwt.InvalidAudienceError, Reason.AUDIENCE),
    (InvalidSubjectError, Reason.SUBJECT),
    (jwt.InvalidAlgorithmError, Reason.ALGORITHM),
    (jwt.InvalidSignatureError, Reason.SIGNATURE),
    (jwt.InvalidKeyError, Reason.SIGNATURE),
)
MISSING = {"iss": Reason.ISSUER, "aud": Reason.AUDIENCE, "sub": Reason.SUBJECT}
FindKey = Callable[[str], Any]
Claims = dict[str, Any]


@dataclass(frozen=True)
class Expected:
    """The claims that every token of a provider must have."""

    issuer: str
    client: str
    algorithm: str
    levels: tuple[str, ...] = ()
    """Values of `acr` of which one has to be there; none of them means any."""

    def read_identity(self, token: str, nonce: str, find_key: FindKey) -> Claims:
        """Return the claims of an ID token. Raises SignInRefused if one is invalid."""
        claims = self.read_signed(token, find_key, [*ALWAYS, *TIMES])
        if not nonce or not hmac.compare_digest(nonce, str(claims.get("nonce", ""))):
            raise SignInRefused(Reason.NONCE)
        if claims["exp"] - claims["iat"] > MAX_LIFETIME_SECONDS:
            raise SignInRefused(Reason.LIFETIME)
        self.check_authorized_party(claims)
        if self.levels and claims.get("acr") not in self.levels:
            raise SignInRefused(Reason.WEAK, f"acr is {claims.get('acr')!r}")
        return claims

    def read_signed(self, token: str, find_key: FindKey, required: list[str] = ALWAYS) -> Claims:
        """Return the claims of a token, after verifying its signature, issuer and audience."""
        try:
            if jwt.get_unverified_header(token).get("alg") != self.algorithm:
                raise SignInRefused(Reason.ALGORITHM)
            claims: Claims = jwt.decode(
                token,
                find_key(token),
                algorithms=[self.algorithm],
                issuer=self.issuer,
                audience=self.client,
                leeway=CLOCK_LEEWAY_SECONDS,
                options={"require": required},
            )
        except jwt.MissingRequiredClaimError as error:
            raise SignInRefused(MISSING.get(error.claim, Reason.MALFORMED), str(error)) from error
        except jwt.PyJWTError as error:
            reasons = (reason for kind, reason in REASONS if isinstance(error, kind))
            raise SignInRefused(next(reasons, Reason.MALFORMED), str(error)) from error
        if not isinstance(claims["sub"], str) or not claims["sub"].strip():
            raise SignInRefused(Reason.SUBJECT)
        return claims

    def check_authorized_party(self, claims: Claims) -> None:
        """Refuse a token issued to another client, or with several audiences and no authorized
        party.
        """
        party = claims.get("azp")
        is_shared = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if (party is None and is_shared) or party not in (None, self.client):
            raise SignInRefused(Reason.AUTHORIZED_PARTY)
