"""Template tag for the identity provider on the sign-in page."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag(takes_context=True)
def sign_in_provider(context: Any) -> dict[str, str] | None:
    """Return the provider's name, and the query that leads back to the page the user wanted."""
    if not settings.OIDC_ISSUER:
        return None
    back = context.get("next")
    return {"name": settings.OIDC_NAME, "query": urlencode({"next": back}) if back else ""}
