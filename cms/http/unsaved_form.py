"""Returns a form that could not be saved to the editor, to be sent again unchanged."""

from dataclasses import dataclass

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

FORMS = ("add", "edit")  # as Wagtail calls the addresses of its forms
SECRET = "password"
HTML, JSON = "text/html", "application/json"
UNREADABLE = (
    *(UnreadablePostError, MultiPartParserError),
    *(RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent),
)


@dataclass(frozen=True)
class UnsavedForm:
    """The address and the fields of a form that was not saved, without passwords and files."""

    action: str
    fields: list[tuple[str, SafeString]]
    is_complete: bool


def find_unsaved_form(request: HttpRequest) -> UnsavedForm | None:
    """Return the form that a request sends to be saved, if it does.

    It keeps the CSRF token that was sent. A page of another site cannot know the right token, and
    so cannot have its own text saved by a second click.
    """
    if request.method != "POST" or not is_edit_form(request):
        return None
    try:
        sent = request.POST
    except UNREADABLE:
        return None
    fields = [(name, value) for name, values in sent.lists() for value in values]
    shown = [(name, escape_value(value)) for name, value in fields if SECRET not in name.lower()]
    is_complete = len(shown) == len(fields) and not request.FILES
    return UnsavedForm(request.get_full_path(), shown, is_complete)


def is_edit_form(request: HttpRequest) -> bool:
    """Return whether a browser, and not a script, sends an edit form of the admin."""
    if not request.path_info.startswith(reverse("wagtailadmin_home")):
        return False
    if request.headers.get("X-Requested-With") or request.get_preferred_type([HTML, JSON]) == JSON:
        return False
    match = find_match(request)
    return match is not None and match.url_name in FORMS


def find_match(request: HttpRequest) -> ResolverMatch | None:
    try:
        return resolve(request.path_info)
    except Resolver404:
        return None


def escape_value(value: str) -> SafeString:
    """Return a value for an attribute; a parser of HTML would make one newline of two."""
    return mark_safe(escape(value).replace("\r", "&#13;"))
