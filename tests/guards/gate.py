"""Guards on what may be seen."""

from .guard import Guard

SECRECY = "tests/reports_graphql/secrecy"
TWINS, MATRIX, ROWS = (f"{SECRECY}/test_{name}.py" for name in ("twins", "matrix", "rows"))
GATE = "reports/visibility.py"
LOADERS = "graphql/reports_graphql/loaders"

GATES = [
    Guard(
        "expiry, of pages and records",
        GATE,
        "return Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=now))",
        "return Q(live=True)",
        TWINS,
        "expired",
    ),
    Guard("live, of pages and records", GATE, "Q(live=True) & (", "(", TWINS, "draft"),
    Guard(
        "live, of records alone",
        GATE,
        "return model.objects.filter(self._current())",
        "return model.objects.all()",
        TWINS,
        "blocks",
    ),
    Guard(
        "view restrictions",
        GATE,
        "self._current(), ~Exists(restricted), ",
        "self._current(), ",
        TWINS,
        "behind",
    ),
    Guard(
        "restrictions above a page",
        GATE,
        'PageViewRestriction.objects.filter(**at_or_above("path", "page__path"))',
        'PageViewRestriction.objects.filter(page__path=OuterRef("path"))',
        TWINS,
        "child",
    ),
    Guard(
        "the root of the site",
        GATE,
        ", path__startswith=root)",
        ")",
        TWINS,
        "site",
    ),
    Guard(
        "private collections",
        GATE,
        "return queryset.exclude(collection__in=hidden)",
        "return queryset",
        TWINS,
        "collection",
    ),
    Guard(
        "collections below private ones",
        GATE,
        'CollectionViewRestriction.objects.filter(**at_or_above("path", "collection__path"))',
        'CollectionViewRestriction.objects.filter(collection__path=OuterRef("path"))',
        TWINS,
        "child and collection",
    ),
    Guard(
        "observations by hidden reports",
        GATE,
        'report__in=self.reports().order_by().values("pk"),\n            indicator',
        "indicator",
        MATRIX,
        "series",
    ),
    Guard(
        "observations on hidden indicators",
        GATE,
        '            indicator__in=self.snippets(Indicator).values("pk"),\n',
        "",
        f"{SECRECY}/test_perspective.py",
    ),
    Guard(
        "targets of redirects",
        GATE,
        'target = Q(redirect_page__in=self.pages().values("pk"))',
        "target = Q(redirect_page__isnull=False)",
        TWINS,
        "redirect",
    ),
    Guard(
        "redirects of other sites",
        GATE,
        "return seen.filter(Q(site=self.site) | (Q(site=None) & ~Exists(own)))",
        "return seen",
        TWINS,
        "redirect",
    ),
    Guard(
        "a page by its path",
        GATE,
        "found = self.pages().filter(url_path=",
        "found = Page.objects.filter(url_path=",
        TWINS,
        "plain",
    ),
    Guard(
        "documents that are referred to",
        f"{LOADERS}/media.py",
        "self.perspective.among(Perspective.documents, pk=keys)",
        "ReportDocument.objects.filter(pk__in=keys)",
        TWINS,
        "document",
    ),
    Guard(
        "pictures that are referred to",
        f"{LOADERS}/media.py",
        "self.perspective.among(Perspective.pictures, pk=keys)",
        "Picture.objects.filter(pk__in=keys)",
        TWINS,
        "picture",
    ),
    Guard(
        "pages that rich text links to",
        f"{LOADERS}/media.py",
        'pages = self.perspective.among(Perspective.pages, pk=keys, only=("url_path",))',
        "from wagtail.models import Page\n        pages = Page.objects.filter(pk__in=keys)",
        TWINS,
        "link",
    ),
    *(
        Guard(
            f"{model} records that are referred to",
            f"{LOADERS}/snippets.py",
            "        return self.perspective.among(",
            f"        if self.model is {model}:\n"
            f"            from django.db.models import Q\n"
            f"            wanted = Q()\n"
            f"            for column, values in keys.items():\n"
            f"                wanted |= Q((column + '__in', values))\n"
            f"            return list({model}.objects.filter(wanted))\n"
            f"        return self.perspective.among(",
            TWINS,
            "blocks",
        )
        for model in ("Service", "Incubator", "Indicator", "FundingRound", "Term")
    ),
    Guard(
        "a moment for each run of a statement",
        GATE,
        '"now": [timezone.now()]',
        '"now": [timezone.make_aware(timezone.datetime(2000, 1, 1))]',
        TWINS,
        "expired",
    ),
    Guard(
        "a statement for each site",
        GATE,
        "        root = self.site.root_page.path\n        statement",
        '        root = ""\n        statement',
        TWINS,
        "site",
    ),
    Guard(
        "kinds are named, found or not",
        f"{LOADERS}/loader.py",
        "        self.perspective.asked.add(self.kind)\n",
        "",
        TWINS,
        "blocks",
    ),
    Guard(
        "kinds are named, linked to or not",
        f"{LOADERS}/__init__.py",
        "        self.perspective.asked.update((self.paths_by_page_id.kind, "
        "self.documents_by_id.kind))\n",
        "",
        TWINS,
        "link",
    ),
    Guard(
        "reports by their year",
        f"{LOADERS}/reports.py",
        "self.perspective.among(Perspective.reports, year=keys, only=WHOLE)",
        "AnnualReportPage.objects.filter(year__in=keys)",
        TWINS,
        "report",
    ),
    *(
        Guard(
            f"hidden words in {place}",
            f"{LOADERS}/reports.py",
            "        reports = {report.year: report for",
            f"        titles = [page.title for page in AnnualReportPage.objects.all()]\n"
            f"        {leak}\n        reports = {{report.year: report for",
            TWINS,
            "published",
        )
        for place, leak in {
            "the log": '__import__("logging").getLogger("reports").debug(titles)',
            "the cache": '__import__("django.core.cache").core.cache.cache.set("titles", titles)',
        }.items()
    ),
    Guard(
        "the reports before and after",
        f"{LOADERS}/reports.py",
        "public = self.perspective.among(Perspective.reports, only=BRIEF)",
        'public = list(in_brief(AnnualReportPage.objects.order_by("-year")))',
        TWINS,
        "report",
    ),
    Guard(
        "cards of hidden reports",
        f"{LOADERS}/reports.py",
        "for report in self.perspective.reports():",
        'for report in AnnualReportPage.objects.order_by("-year"):',
        TWINS,
        "report",
    ),
    Guard(
        "series: the gate of observations",
        f"{LOADERS}/reports.py",
        "rows = self.perspective.observations().filter(",
        "from reports.models import Observation\n        rows = Observation.objects.filter(",
        TWINS,
        "report",
    ),
    *(
        Guard(
            f"the list of {name}",
            "graphql/reports_graphql/query.py",
            f"lambda context: context.perspective.snippets(models.{model}),",
            f"lambda context: models.{model}.objects.all(),",
            TWINS,
            "nothing or before",
        )
        for name, model in {
            "services": "Service",
            "incubators": "Incubator",
            "indicators": "Indicator",
            "funding rounds": "FundingRound",
        }.items()
    ),
    Guard(
        "the list of reports",
        "graphql/reports_graphql/query.py",
        "lambda context: in_brief(context.perspective.reports()),",
        'lambda context: in_brief(models.AnnualReportPage.objects.order_by("-year")),',
        TWINS,
        "report",
    ),
    Guard(
        "the number of a list",
        "graphql/reports_graphql/pagination.py",
        '"total": Subquery(queryset.order_by().annotate(count=count).values("count"))',
        '"total": Subquery(queryset.model.objects.order_by().annotate(count=count)'
        '.values("count")[:1])',
        TWINS,
        "report or nothing",
    ),
    Guard(
        "cursors without row numbers",
        "graphql/reports_graphql/pagination.py",
        'values = [getattr(row, key.removeprefix("-")) for key in self.keys]',
        'values = [*(getattr(row, key.removeprefix("-")) for key in self.keys), row.pk]',
        "tests/reports_graphql",
        "first or cursor",
    ),
    Guard(
        "keys of records that are no row numbers",
        "graphql/reports_graphql/types/media.py",
        'id: strawberry.ID = strawberry_django.field(field_name="key", description=KEY)\n    alt',
        'id: strawberry.ID = strawberry_django.field(field_name="pk", description=KEY)\n    alt',
        ROWS,
    ),
    Guard(
        "pages of the site half",
        "graphql/reports_graphql/site/nodes.py",
        "return perspective.pages().filter(",
        "return Page.objects.filter(",
        TWINS,
        "plain",
    ),
    Guard(
        "search in what may be seen",
        "reports/search/finding.py",
        "return visible(perspective).filter(",
        "return SearchEntry.objects.filter(",
        TWINS,
        "report or nothing or expired",
    ),
    Guard(
        "documents by their address",
        "cms/files.py",
        "public = Perspective.public(request).documents().filter(key=key).first()",
        "public = ReportDocument.objects.filter(key=key).first()",
        TWINS,
        "document",
    ),
    Guard(
        "pictures by their address",
        "cms/files.py",
        "if original and Perspective.public(request).pictures().filter(pk=original.pk).exists():",
        "if original:",
        TWINS,
        "picture",
    ),
    Guard(
        "one answer for hidden and absent pictures",
        "cms/files.py",
        "if may_see_private(request) and original:",
        "if original and may_see_private(request):",
        TWINS,
        "picture",
    ),
]
