"""What keeps drafts to those who should see them, and pages and drawings to what they are."""

from .guard import Guard

LINKS, VIEW = "tests/reports/previews/test_links.py", "tests/cms/frontend/test_preview.py"

DRAFTS = [
    Guard(
        "an author who may still edit",
        "reports/previews/links.py",
        "    return link if link and editable(link.page, link.user) else None",
        "    return link",
        LINKS,
    ),
    Guard(
        "what may be usable of a link",
        "reports/models/preview_link.py",
        "models.Q(expires_at__gt=now, revoked_at=None, user__is_active=True)",
        "models.Q(user__is_active=True)",
        VIEW,
        "one_answer",
    ),
    Guard(
        "a draft on its own site",
        "graphql/reports_graphql/previewing.py",
        "if draft.url_path.startswith(site.root_page.url_path) else None",
        "",
        VIEW,
        "another_site",
    ),
    Guard(
        "a preview that nobody keeps",
        "cms/frontend/visit.py",
        "        if self.draft is not None:\n",
        "        if False:\n",
        VIEW,
    ),
    Guard(
        "a draft in no list",
        "reports/visibility.py",
        '        """The reports that may be seen, the latest first."""\n',
        '        """The reports that may be seen, the latest first."""\n'
        "        if self.draft is not None:\n"
        '            return AnnualReportPage.objects.order_by("-year")\n',
        VIEW,
        "everything_but",
    ),
    Guard(
        "a token that is asked for",
        "graphql/reports_graphql/http/view.py",
        "    if preview is None:\n        raise Refusal(",
        "    if preview is None and not site:\n        raise Refusal(",
        VIEW,
        "one_answer",
        breaks=True,
    ),
    Guard(
        "no token in the log",
        "cms/logs.py",
        'self.TOKEN.sub(r"\\1…", arg)',
        "arg",
        VIEW,
        "log",
    ),
    Guard(
        "one answer for links that open nothing",
        "cms/frontend/preview.py",
        "    if preview is None or site is None:\n        return closed(request)\n",
        "    if preview is None or site is None:\n        raise PermissionError\n",
        VIEW,
        "one_answer",
    ),
    Guard(
        "pages kept by version",
        "cms/frontend/keeping.py",
        "now.version, ",
        "",
        "tests/cms/frontend/test_keeping.py",
        "after_a_change",
    ),
    Guard(
        "pages kept by encoding",
        "cms/frontend/keeping.py",
        "host, address, packs]",
        "host, address]",
        "tests/cms/frontend/test_keeping.py",
        "compressed",
    ),
    Guard(
        "formulas in data",
        "cms/frontend/data.py",
        'return f"\'{text}" if text.startswith(FORMULA) else text',
        "return text",
        "tests/cms/frontend/test_site.py",
        "line_by_line",
    ),
    Guard(
        "metadata that stays data",
        "cms/frontend/templatetags/bilan.py",
        "{packed.translate(DATA)}",
        "{packed}",
        "tests/cms/frontend/test_report.py",
        "markup",
    ),
    Guard(
        "drawings without what may act",
        "reports/charts/markup.py",
        "if element.tag not in ELEMENTS or any(map(REFUSED.match, element.attrib)):",
        "if False:",
        "tests/reports/charts/test_drawing.py",
        "refused",
    ),
    Guard(
        "holes that are not zero",
        "reports/charts/points.py",
        "return (point for point in self.all if point.value is not None)",
        "return iter(self.all)",
        "tests/reports/charts",
    ),
    Guard(
        "one draft at a time",
        "reports/blocks/body.py",
        "        with self.turn:\n            return super().clean_deferred(value)",
        "        return super().clean_deferred(value)",
        "tests/reports/test_problems.py",
        "editors",
    ),
]
