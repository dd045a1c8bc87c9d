"""Renames the roots of pages and collections, which Wagtail creates in English."""

from wagtail.models import Collection, Page

ENGLISH, FRENCH = "Root", "Racine"


def translate_roots() -> list[str]:
    """Give them French names, unless somebody has renamed them."""
    pages = Page.objects.filter(depth=1, title=ENGLISH)
    collections = Collection.objects.filter(depth=1, name=ENGLISH)
    renamed = pages.update(title=FRENCH, draft_title=FRENCH) + collections.update(name=FRENCH)
    return [f"Racine des pages et des fichiers : « {FRENCH} »."] if renamed else []
