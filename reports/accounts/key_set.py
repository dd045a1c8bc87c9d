"""Selects the public key of the identity provider for a token (JSON Web Key Set, RFC 7517)."""

from typing import Any

import jwt

from reports.accounts.refusals import Reason, SignInRefused


def select_key(key_set: dict[str, Any], token: str) -> Any:
    """Return the key that the header of a token names. Raises SignInRefused without one.

    Keys for encryption, or for another algorithm, are not accepted.
    """
    header = jwt.get_unverified_header(token)
    try:
        named = [key for key in key_set["keys"] if key["kid"] == header["kid"]]
    except LookupError as error:
        raise SignInRefused(Reason.SIGNATURE, "a key or the token has no name") from error
    for key in named:
        if key.get("alg", header["alg"]) == header["alg"] and can_sign(key):
            return jwt.PyJWK(key, header["alg"]).key
    raise SignInRefused(Reason.SIGNATURE, "no key of the provider has its name")


def can_sign(key: dict[str, Any]) -> bool:
    """Return whether a key is for signatures, or does not say what it is for."""
    return key.get("use", "sig") == "sig" and "verify" in key.get("key_ops", ("verify",))
