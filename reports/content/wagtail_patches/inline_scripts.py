"""Removes inline scripts from forms of the admin, so that its Content-Security-Policy allows none.

Wagtail 7.4.4: a chooser that is rendered by the server, a date's or a time's input and an inline
panel each bring a `<script>` with the call that starts them. Their text contains ids and options,
so neither a nonce nor a hash fits scripts that are inserted later.

Here the call is an element that `construct.js` reads. Templates of the same names in
`reports/authoring/templates/wagtailadmin/` do the same for inputs and panels.

Delete this module, those templates and `construct.js` when `BaseChooser.render_js_init` is gone.
"""

import json
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser

from reports.content.wagtail_patches.replacing import replace_method, require


def render(self: Any, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
    """Render the element that starts a chooser, and the chooser.

    Stimulus connects controllers in the order of the document. The chooser has to find its buttons
    before `w-dropdown` takes those of its menu out of the page.
    """
    id_, value_data = attrs["id"], self.get_value_data(value)
    call: dict[str, Any] = {"constructor": self.js_constructor, "id": id_}
    if isinstance(self, AdminTaskChooser):
        call["constructor"] = "createTaskChooser"
    else:
        call["options"] = json.dumps(self.get_js_init_options(id_, name, value_data))
    start = render_to_string("wagtailadmin/construct.html", call)
    return mark_safe(start + self.render_html(name, value_data, attrs))


def apply() -> None:
    require(hasattr(BaseChooser, "render_js_init"), BaseChooser, "render_js_init")
    replace_method(BaseChooser, render)
