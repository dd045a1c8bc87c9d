"""The site half of the graph: pages, menus and redirects. The report half works without it."""

import sys
from types import ModuleType

from anyascii import anyascii

# graphene-django, below Grapple, spells names in ASCII with text_unidecode, which holds 4 MiB of
# tables. Wagtail's anyascii does the same and reads its tables when they are needed.
_spelling = sys.modules.setdefault("text_unidecode", ModuleType("text_unidecode"))
_spelling.__dict__.setdefault("unidecode", anyascii)
