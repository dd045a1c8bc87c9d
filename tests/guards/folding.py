"""What keeps blocks that nobody opened as they were stored."""

from .guard import Guard

FORM = "tests/reports/content/folding/test_form.py"
OLD_SHAPES = "tests/reports/authoring/revisions/test_old_shapes.py"

FOLDED = [
    Guard(
        "a folded block to the byte",
        "reports/content/folding/value.py",
        "            children.append(kept if kept and same else child)",
        "            children.append(child)",
        FORM,
        "nobody_touched",
    ),
    Guard(
        "a folded block of its own page",
        "reports/content/folding/stored_blocks.py",
        "        drafts = self.page.revisions.order_by",
        "        from wagtail.models import Revision\n\n        drafts = Revision.objects.order_by",
        FORM,
        "another_page",
    ),
    Guard(
        "a folded block that changed elsewhere",
        "reports/content/folding/block.py",
        "    current = child is not None",
        "    current = True",
        FORM,
        "changed_elsewhere",
    ),
    Guard(
        "a folded block that is nowhere",
        "reports/content/folding/block.py",
        "        value.vanished = len(children) < len(posted)",
        "        value.vanished = False",
        FORM,
        "refused_in_words",
    ),
    Guard(
        "a folded block of an old shape",
        "reports/content/folding/stored_blocks.py",
        "        fitted = fit_block(stored)\n",
        "        fitted = stored\n",
        OLD_SHAPES,
        "revision_is_saved",
    ),
    Guard(
        "old bodies among those that are searched",
        "reports/content/folding/stored_blocks.py",
        "    return [raw for raw in listed if isinstance(raw, dict)]",
        "    return listed",
        OLD_SHAPES,
        "hinder_no_search",
    ),
    Guard(
        "a block of a kind that another version knows",
        "reports/content/blocks/stream.py",
        '        return insert_unknown_blocks(children, getattr(value, "unknown_blocks", []))',
        "        return children",
        FORM,
        "unknown_block",
    ),
    Guard(
        "a block that a form cannot show",
        "reports/authoring/forms/page_forms.py",
        '            keep_unknown_blocks(self.instance.body, cleaned["body"])',
        "            pass",
        FORM,
        "unknown_block",
    ),
    Guard(
        "a block that nobody but us has written",
        "reports/content/folding/signed_blocks.py",
        "    if not constant_time_compare(signature, SIGNER.signature(text)):",
        "    if not text:",
        "tests/reports/authoring/replacements/test_views.py",
        "signed",
    ),
]
