"""What a page of ours may do in a browser: nothing that it does not bring itself."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors {}"
)

# The admin frames a preview, and reads it with its own accessibility checker.
PUBLIC_POLICY, PREVIEW_POLICY = POLICY.format("'none'"), POLICY.format("'self'")


def security_headers(policy: str = PUBLIC_POLICY) -> dict[str, str]:
    return {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
    }
