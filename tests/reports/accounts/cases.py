"""Answers of a provider that sign nobody in: how it lies, and the reason that people read."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import rsa

from reports.accounts.refusals import Reason
from tests.identity_provider import CLIENT, IdentityProvider

OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True)
class Case:
    name: str
    reason: Reason
    lie: Callable[[IdentityProvider], None]

    def __str__(self) -> str:
        return self.name


def claims(**changes: object) -> Callable[[IdentityProvider], None]:
    """Change claims of the identity token; None takes one away."""

    def lie(provider: IdentityProvider) -> None:
        def change(values: dict) -> None:
            values.update({name: value for name, value in changes.items() if value is not None})
            for name in [name for name, value in changes.items() if value is None]:
                values.pop(name, None)

        provider.change_claims = change

    return lie


def tokens(**changes: object) -> Callable[[IdentityProvider], None]:
    def lie(provider: IdentityProvider) -> None:
        provider.change_tokens = lambda values: values.update(changes)

    return lie


def user(**changes: object) -> Callable[[IdentityProvider], None]:
    def lie(provider: IdentityProvider) -> None:
        provider.change_user = lambda values: values.update(changes)

    return lie


def attributes(**changes: object) -> Callable[[IdentityProvider], None]:
    def lie(provider: IdentityProvider) -> None:
        vars(provider).update(changes)

    return lie


def symmetric(provider: IdentityProvider) -> None:
    """Sign with what is public, as a secret: a client that trusts `alg` would believe it."""
    provider.algorithm, provider.signing_key = "HS256", provider.url + "a-public-key-as-a-secret"


def symmetric_key(provider: IdentityProvider) -> None:
    """Publish a symmetric key under the name of the right one."""
    key = {"kty": "oct", "kid": "tests", "alg": "RS256", "k": "c2VjcmV0LXNlY3JldC1zZWNyZXQ"}
    provider.change_keys = lambda values: values.update(keys=[key])


def no_keys(provider: IdentityProvider) -> None:
    provider.change_keys = lambda values: values.update(keys=[])


def keys_without_list(provider: IdentityProvider) -> None:
    provider.change_keys = lambda values: values.clear()


def key_that(**changes: object) -> Callable[[IdentityProvider], None]:
    """Say something else of the one right key."""

    def lie(provider: IdentityProvider) -> None:
        provider.change_keys = lambda values: values["keys"][0].update(changes)

    return lie


NOW = int(time.time())
CASES = [
    Case("another issuer", Reason.ISSUER, claims(iss="https://autre.example")),
    Case("the issuer with a slash more", Reason.ISSUER, claims(iss="http://127.0.0.1/")),
    Case("no issuer", Reason.ISSUER, claims(iss=None)),
    Case("another audience", Reason.AUDIENCE, claims(aud="autre")),
    Case("a list of other audiences", Reason.AUDIENCE, claims(aud=["autre", "tiers"])),
    Case("no audience", Reason.AUDIENCE, claims(aud=None)),
    Case("two audiences, no authorised party", Reason.AUTHORIZED_PARTY, claims(aud=[CLIENT, "x"])),
    Case("another authorised party", Reason.AUTHORIZED_PARTY, claims(azp="autre")),
    Case("expired for an hour", Reason.EXPIRED, claims(exp=NOW - 3_600)),
    Case("no expiry", Reason.MALFORMED, claims(exp=None)),
    Case("an expiry that is no number", Reason.MALFORMED, claims(exp="demain")),
    Case("an expiry far beyond any calendar", Reason.LIFETIME, claims(exp=1e300)),
    Case("an expiry that never comes", Reason.MALFORMED, claims(exp=float("inf"))),
    Case("an expiry in two days", Reason.LIFETIME, claims(exp=NOW + 172_800)),
    Case("issued in an hour", Reason.NOT_YET_VALID, claims(iat=NOW + 3_600)),
    Case("not valid for an hour", Reason.NOT_YET_VALID, claims(nbf=NOW + 3_600)),
    Case("no time of issue", Reason.MALFORMED, claims(iat=None)),
    Case("another nonce", Reason.NONCE, claims(nonce="autre")),
    Case("no nonce", Reason.NONCE, claims(nonce=None)),
    Case("an empty nonce", Reason.NONCE, claims(nonce="")),
    Case("one factor", Reason.WEAK, claims(acr="eidas1")),
    Case("no level", Reason.WEAK, claims(acr=None)),
    Case("levels as a list", Reason.WEAK, claims(acr=["eidas2"])),
    Case("no subject", Reason.SUBJECT, claims(sub=None)),
    Case("an empty subject", Reason.SUBJECT, claims(sub=" ")),
    Case("a subject that is a number", Reason.SUBJECT, claims(sub=12)),
    Case("unsigned", Reason.ALGORITHM, attributes(algorithm="none")),
    Case("signed with a secret", Reason.ALGORITHM, symmetric),
    Case("another algorithm of the same key", Reason.ALGORITHM, attributes(algorithm="RS512")),
    Case("signed with another key", Reason.SIGNATURE, attributes(signing_key=OTHER_KEY)),
    Case("a key that nobody has", Reason.SIGNATURE, attributes(kid="autre")),
    Case("no name of a key", Reason.SIGNATURE, attributes(kid="")),
    Case("no keys", Reason.SIGNATURE, no_keys),
    Case("keys of another shape", Reason.SIGNATURE, keys_without_list),
    Case("a symmetric key among the keys", Reason.SIGNATURE, symmetric_key),
    Case("a key for encryption", Reason.SIGNATURE, key_that(use="enc")),
    Case("a key that only encrypts", Reason.SIGNATURE, key_that(key_ops=["encrypt"])),
    Case("a key of another algorithm", Reason.SIGNATURE, key_that(alg="PS256")),
    Case("keys behind a redirect", Reason.MALFORMED, attributes(elsewhere={"/jwks": "/jwks2"})),
    Case("tokens behind a redirect", Reason.MALFORMED, attributes(elsewhere={"/token": "/token2"})),
    Case("userinfo behind a redirect", Reason.MALFORMED, attributes(elsewhere={"/userinfo": "/u"})),
    Case("no identity token", Reason.MALFORMED, tokens(id_token=None)),
    Case("an identity token that is none", Reason.MALFORMED, tokens(id_token="a.b.c")),
    Case("an identity token that is a list", Reason.MALFORMED, tokens(id_token=["a"])),
    Case("userinfo of somebody else", Reason.SUBJECT, user(sub="autre")),
    Case("userinfo of nobody", Reason.SUBJECT, user(sub=None)),
    Case("the token's address fails", Reason.UNREACHABLE, attributes(status={"/token": 503})),
    Case("the token's address refuses", Reason.MALFORMED, attributes(status={"/token": 401})),
    Case("userinfo fails", Reason.UNREACHABLE, attributes(status={"/userinfo": 500})),
    Case("the keys' address fails", Reason.UNREACHABLE, attributes(status={"/jwks": 500})),
    Case("the same address, a new subject", Reason.UNKNOWN, attributes(subject="autre")),
]
