"""What keeps editors who work at the same time apart."""

from .guard import Guard

PATCHES = "tests/reports/content/wagtail_patches"

SHARING = [
    Guard(
        "a parser of its own for each conversion",
        "reports/content/wagtail_patches/rich_text_conversion.py",
        "    handler = copy.copy(converter.html_to_contentstate_handler)",
        "    handler = converter.html_to_contentstate_handler",
        PATCHES,
        "within_another",
    ),
    Guard(
        "a draft that changes no block definition",
        "reports/content/wagtail_patches/deferred_validation.py",
        "        field = copy.copy(field)\n        field.required = False",
        "        field.required = False",
        PATCHES,
        "leaves_nothing_behind or beside_a_draft",
    ),
    Guard(
        "a draft that is one in its own thread",
        "reports/content/wagtail_patches/deferred_validation.py",
        '_is_deferred: ContextVar[bool] = ContextVar("is_deferred", default=False)',
        """
class Shared:
    value = False

    def get(self):
        return self.value

    def set(self, value):
        self.value = value

    def reset(self, token):
        self.value = False


_is_deferred = Shared()
""",
        PATCHES,
        "beside_a_draft",
    ),
    Guard(
        "a patch whose ground has moved",
        "reports/content/wagtail_patches/replacing.py",
        "    if not is_there:",
        "    if False:",
        PATCHES,
        "lacks or inherited or has_no_such",
    ),
    Guard(
        "a registry that is filled once",
        "reports/content/wagtail_patches/first_use.py",
        "            if not getattr(registry, flag):\n                fill(registry)",
        "            fill(registry)",
        PATCHES,
        "collected_once",
    ),
    Guard(
        "a list that nobody sees half",
        "reports/content/wagtail_patches/first_use.py",
        "        with _lock:\n            return collect()",
        "        return collect()",
        PATCHES,
        "half_a_list",
    ),
]
