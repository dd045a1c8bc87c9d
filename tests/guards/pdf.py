"""Guards on paper: what is sent as a PDF, to whom, and what its structure says."""

from .guard import Guard

MAKING = "tests/cms/pdf/test_making.py"
DRAFTS = "tests/cms/pdf/test_drafts.py"
TAGS = "tests/cms/pdf/test_tags.py"

PRINTED = [
    Guard(
        "a PDF that says what is hidden now is not sent",
        "cms/pdf/views.py",
        "if known is None or not is_current(version, known):",
        "if known is None:",
        MAKING,
        "hidden_afterwards",
    ),
    Guard(
        "the PDF of a withdrawn version goes",
        "cms/pdf/receivers.py",
        "        kept_pdfs.discard(instance)\n",
        "        pass\n",
        MAKING,
        "withdrawn",
    ),
    Guard(
        "a PDF that cannot be made is not tried again and again",
        "cms/pdf/making.py",
        "        kept_pdfs.keep(version, material.sha256, None)\n",
        "",
        MAKING,
        "mailed_once",
    ),
    Guard(
        "who may not edit a report sees no draft of it",
        "cms/pdf/drafts.py",
        "if not page.permissions_for_user(request.user).can_edit():",
        "if False:",
        DRAFTS,
        "nobody_else",
    ),
    Guard(
        "a draft is kept by no cache",
        "cms/pdf/drafts.py",
        "    return mark_private(response)\n",
        "    return response\n",
        DRAFTS,
        "that_it_is_one",
    ),
    Guard(
        "one draft is set at a time",
        "cms/pdf/drafts.py",
        "if not setting.acquire(blocking=False):",
        "if False:",
        DRAFTS,
        "second_one",
    ),
    Guard(
        "heads of rows are marked",
        "cms/pdf/row_heads.py",
        "            mark_first_cell(row)\n",
        "            pass\n",
        TAGS,
        "row_of_a_table",
    ),
    Guard(
        "headings that skip levels are drawn in",
        "cms/pdf/elements.py",
        "        level = min(level, self.level + 1)\n",
        "",
        TAGS,
        "skip_levels",
    ),
    Guard(
        "a character without a font becomes a box",
        "cms/pdf/compiler.py",
        "        if not unknown:\n",
        "        if True:\n",
        TAGS,
        "no_character",
    ),
]
