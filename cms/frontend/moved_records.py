"""Redirects from the keys of merged records to the records that they were merged into.

A merge can be undone, so browsers ask again each time before they follow such a redirect.
"""

from django.http import HttpResponsePermanentRedirect
from django.urls import reverse


def redirect_if_moved(name: str, asked: str, found: str) -> HttpResponsePermanentRedirect | None:
    """Return the redirect to the address of this name for the key that a record has, if it was
    asked for by another one.
    """
    if found == asked:
        return None
    address = reverse(name, args=[found])
    return HttpResponsePermanentRedirect(address, headers={"Cache-Control": "no-cache"})
