"""Redirects from the keys of merged records to the records into which they were merged.

A merge can be undone, so browsers have to revalidate such a redirect each time.
"""

from django.http import HttpResponsePermanentRedirect
from django.urls import reverse


def redirect_if_moved(name: str, asked: str, found: str) -> HttpResponsePermanentRedirect | None:
    """Return a redirect to the record's address if it was asked for by another key, else None."""
    if found == asked:
        return None
    address = reverse(name, args=[found])
    return HttpResponsePermanentRedirect(address, headers={"Cache-Control": "no-cache"})
