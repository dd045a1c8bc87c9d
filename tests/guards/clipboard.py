"""Guards of what is pasted into a body: who may, what nobody saw, how much."""

from .guard import Guard

PACKAGE = "reports/exchange/importing"
VIEWS = "tests/reports/exchange/importing/admin/test_paste.py"
CLIPBOARD = "tests/reports/exchange/importing/clipboard/test_clipboards.py"

PASTED = [
    Guard(
        "who may edit a report reads a clipboard for it",
        f"{PACKAGE}/admin/paste.py",
        "        if not page.permissions_for_user(request.user).can_edit():",
        "        if False:",
        VIEWS,
        "may_not_edit",
    ),
    Guard(
        "a look at a clipboard stores no picture",
        f"{PACKAGE}/admin/paste.py",
        'is_kept = bool(request.POST.get("keep")) and may_add',
        "is_kept = may_add",
        VIEWS,
        "stores_nothing",
    ),
    Guard(
        "who may add pictures pastes them",
        f"{PACKAGE}/admin/paste.py",
        'is_kept = bool(request.POST.get("keep")) and may_add',
        'is_kept = bool(request.POST.get("keep"))',
        VIEWS,
        "no_pictures",
    ),
    Guard(
        "text that nobody saw where it was copied",
        f"{PACKAGE}/clipboard/invisible.py",
        "    hidden = list(filter(has_words, take_out(soup.find_all(is_hidden))))",
        "    hidden = list[Tag]()",
        CLIPBOARD,
        "word or browser",
    ),
    Guard(
        "deletions that nobody has accepted",
        f"{PACKAGE}/clipboard/invisible.py",
        "    deleted = list(filter(has_words, take_out(soup.find_all(is_deletion))))",
        "    deleted = list[Tag]()",
        CLIPBOARD,
        "word",
    ),
    Guard(
        "a clipboard that is too deep",
        f"{PACKAGE}/clipboard/bounds.py",
        "        if depth > MAX_NESTING:",
        "        if depth > 250:",
        CLIPBOARD,
        "too_deep and div",
    ),
    Guard(
        "a clipboard that would be read for half a minute",
        f"{PACKAGE}/clipboard/reading.py",
        "    refuse_large(html, text)\n",
        "",
        CLIPBOARD,
        "refused_before_blocks",
    ),
    Guard(
        "a clipboard with cells that span thousands",
        f"{PACKAGE}/clipboard/cleaning.py",
        "    refuse_spans(soup)\n",
        "",
        CLIPBOARD,
        "refused_before_blocks and spans",
    ),
]
