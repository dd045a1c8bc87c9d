"""A provider of identities on loopback, which tests may make lie in every way."""

import hashlib
import json
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, LEVEL = "bilan-tests", "a-secret-of-tests-that-is-long-enough", "eidas2"
SUBJECT = "9f3c6d1e"
KID = "tests"
Change = Callable[[dict[str, Any]], None]


def nothing(_: dict[str, Any]) -> None:
    """Change nothing."""


class IdentityProvider:
    """Signs in whoever asks, as `subject`. What it answers may be changed before it is sent."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.signing_key: Any = self.key
        self.algorithm, self.kid = "RS256", KID
        self.subject, self.level = SUBJECT, LEVEL
        self.user: dict[str, Any] = {}
        self.change_claims: Change = nothing
        self.change_tokens: Change = nothing
        self.change_user: Change = nothing
        self.change_keys: Change = nothing
        self.status: dict[str, int] = {}  # of an address, if it is not to be 200
        self.elsewhere: dict[str, str] = {}  # where an address redirects to, with method and body
        self.is_signed = False  # userinfo as a signed token, as ProConnect sends it
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []
        self.signed_out: list[dict[str, str]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.make_handler())
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def authorize(self, asked: dict[str, str]) -> str:
        """Return where a browser is sent back to, with a code."""
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def answer_token(self, sent: dict[str, str]) -> dict[str, Any]:
        """Return the tokens of a code, once, to whoever began."""
        asked = self.codes.pop(sent.get("code", ""), None)
        verifier = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = urlsafe_b64encode(verifier).rstrip(b"=").decode()
        if asked is None or challenge != asked["code_challenge"]:
            return {"error": "invalid_grant"}
        if sent.get("client_secret") != SECRET:
            return {"error": "invalid_client"}
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "sub": self.subject, "acr": self.level}
        claims |= {"iat": now, "exp": now + 60, "nonce": asked["nonce"]}  # type: ignore[dict-item]
        self.change_claims(claims)
        tokens = {"access_token": "access", "token_type": "Bearer", "id_token": self.sign(claims)}
        self.change_tokens(tokens)
        return tokens

    def answer_user(self) -> dict[str, Any]:
        user = {"sub": self.subject, **self.user}
        if self.is_signed:
            user |= {"iss": self.url, "aud": CLIENT}
        self.change_user(user)
        return user

    def answer_keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        keys = {"keys": [{**public, "kid": KID, "use": "sig", "alg": "RS256"}]}
        self.change_keys(keys)
        return keys

    def sign(self, claims: dict[str, Any]) -> str:
        headers = {"kid": self.kid} if self.kid else None
        key = None if self.algorithm == "none" else self.signing_key
        return jwt.encode(claims, key, self.algorithm, headers)

    def make_handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.redirect_elsewhere():
                    return
                address = urlsplit(self.path)
                asked = dict(parse_qsl(address.query))
                provider.asked.append(address.path)
                if address.path == "/authorize":
                    self.redirect(provider.authorize(asked))
                elif address.path == "/session/end":
                    provider.signed_out.append(asked)
                    self.redirect(asked["post_logout_redirect_uri"])
                elif address.path in ("/jwks", "/jwks2"):
                    self.send(provider.answer_keys())
                elif provider.is_signed:
                    self.send(provider.sign(provider.answer_user()), "application/jwt")
                else:
                    self.send(provider.answer_user())

            def do_POST(self) -> None:
                if self.redirect_elsewhere():
                    return
                length = int(self.headers["Content-Length"])
                sent = {k: v[0] for k, v in parse_qs(self.rfile.read(length).decode()).items()}
                provider.asked.append(self.path)
                answer = provider.answer_token(sent)
                self.send(answer, status=400 if "error" in answer else 200)

            def redirect_elsewhere(self) -> bool:
                address = provider.elsewhere.get(urlsplit(self.path).path)
                if address:
                    self.redirect(address, 307)
                return bool(address)

            def redirect(self, address: str, status: int = 302) -> None:
                self.send_response(status)
                self.send_header("Location", address)
                self.end_headers()

            def send(self, body: Any, kind: str = "application/json", status: int = 200) -> None:
                data = (body if isinstance(body, str) else json.dumps(body)).encode()
                self.send_response(provider.status.get(self.path, status))
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:
                """Print nothing."""

        return Handler


def build_settings(url: str) -> dict[str, Any]:
    """Return the settings with which Bilan signs in through a provider at `url`."""
    return {
        "OIDC_ISSUER": url,
        "OIDC_NAME": "ProConnect",
        "OIDC_RP_CLIENT_ID": CLIENT,
        "OIDC_RP_CLIENT_SECRET": SECRET,
        "OIDC_OP_AUTHORIZATION_ENDPOINT": f"{url}/authorize",
        "OIDC_OP_TOKEN_ENDPOINT": f"{url}/token",
        "OIDC_OP_USER_ENDPOINT": f"{url}/userinfo",
        "OIDC_OP_JWKS_ENDPOINT": f"{url}/jwks",
        "OIDC_OP_LOGOUT_ENDPOINT": f"{url}/session/end",
        "WAGTAIL_PASSWORD_MANAGEMENT_ENABLED": False,
        "WAGTAIL_PASSWORD_RESET_ENABLED": False,
        "WAGTAILUSERS_PASSWORD_REQUIRED": False,
        "AUTHENTICATION_BACKENDS": [
            "reports.editorial.authentication.AccountBackend",
            "reports.sign_in.provider.ProviderBackend",
        ],
    }
