"""Guards on what may be seen."""

from .guard import Guard

SECRECY = "tests/reports_graphql/secrecy"
PAIRS, MATRIX, ROWS = (
    f"{SECRECY}/test_{name}.py" for name in ("paired_databases", "matrix", "rows")
)
GATE = "reports/visibility/perspective.py"
LOADERS = "graphql/reports_graphql/loaders"

GATES = [
    Guard(
        "expiry, of pages and records",
        GATE,
        "return Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=now))",
        "return Q(live=True)",
        PAIRS,
        "expired",
    ),
    Guard("live, of pages and records", GATE, "Q(live=True) & (", "(", PAIRS, "draft"),
    Guard(
        "live, of records alone",
        GATE,
        "return model.objects.filter(self._current())",
        "return model.objects.all()",
        PAIRS,
        "blocks",
    ),
    Guard(
        "view restrictions",
        GATE,
        "self._current(), ~Exists(restricted), ",
        "self._current(), ",
        PAIRS,
        "behind",
    ),
    Guard(
        "restrictions above a page",
        GATE,
        'PageViewRestriction.objects.filter(**at_or_above("path", "page__path"))',
        'PageViewRestriction.objects.filter(page__path=OuterRef("path"))',
        PAIRS,
        "child",
    ),
    Guard(
        "the root of the site",
        GATE,
        ', is_below("path", self.site))',
        ")",
        PAIRS,
        "site",
    ),
    Guard(
        "private collections",
        GATE,
        "return queryset.exclude(collection__in=hidden)",
        "return queryset",
        PAIRS,
        "collection",
    ),
    Guard(
        "collections below private ones",
        GATE,
        'CollectionViewRestriction.objects.filter(**at_or_above("path", "collection__path"))',
        'CollectionViewRestriction.objects.filter(collection__path=OuterRef("path"))',
        PAIRS,
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
        PAIRS,
        "redirect",
    ),
    Guard(
        "redirects of other sites",
        GATE,
        "return seen.filter(Q(site=self.site) | (Q(site=None) & ~Exists(own)))",
        "return seen",
        PAIRS,
        "redirect",
    ),
    Guard(
        "a page by its path",
        GATE,
        "self.fetch_visible(Perspective.pages, url_path=[url_path])",
        "Page.objects.filter(url_path=url_path)",
        PAIRS,
        "plain",
    ),
    Guard(
        "documents that are referred to",
        f"{LOADERS}/media.py",
        "Perspective.documents, only=FILE",
        "lambda _: ReportDocument.objects.all(), only=FILE",
        PAIRS,
        "document",
    ),
    Guard(
        "pictures that are referred to",
        f"{LOADERS}/media.py",
        "Perspective.pictures, pk=keys",
        "lambda _: Picture.objects.all(), pk=keys",
        PAIRS,
        "picture",
    ),
    Guard(
        "pages that rich text links to",
        f"{LOADERS}/media.py",
        "Perspective.pages, pk=keys",
        "lambda _: Page.objects.all(), pk=keys",
        PAIRS,
        "link",
    ),
    *(
        Guard(
            f"{model} records that are referred to",
            f"{LOADERS}/snippets.py",
            "        snippets = Perspective.snippets\n",
            f"        snippets = Perspective.snippets\n"
            f"        if self.model is {model}:\n"
            f"            snippets = lambda _, model: model.objects.all()\n",
            PAIRS,
            "blocks",
        )
        for model in ("Service", "Incubator", "Indicator", "FundingRound", "Term")
    ),
    Guard(
        "a moment for each run of a statement",
        "reports/visibility/compiled_queries.py",
        "get_db_prep_value(timezone.now(), database)",
        "get_db_prep_value(timezone.make_aware(timezone.datetime(2000, 1, 1)), database)",
        PAIRS,
        "expired",
    ),
    Guard(
        "a statement for each site",
        "reports/visibility/reader.py",
        "root_page=Page(path=self.site.root_page.path)",
        'root_page=Page(path="")',
        PAIRS,
        "site",
    ),
    Guard(
        "kinds are named, found or not",
        f"{LOADERS}/loader.py",
        "        self.perspective.cache_tags.add(self.kind)\n",
        "",
        PAIRS,
        "blocks",
    ),
    Guard(
        "kinds that were read with others are not named",
        f"{LOADERS}/record_loader.py",
        "            each.announced.clear()\n",
        "            each.announced.clear()\n"
        "            self.perspective.cache_tags.add(each.kind)\n",
        "tests/reports_graphql/test_record_loaders.py",
    ),
    Guard(
        "records of one kind for those of another",
        "reports/visibility/combined_selections.py",
        "found[row[0]]",
        "found[0]",
        "tests/reports/visibility/test_combined_selections.py",
        breaks=True,
    ),
    Guard(
        "kinds are named, linked to or not",
        f"{LOADERS}/__init__.py",
        "        self.perspective.cache_tags.update(LINKED)\n",
        "",
        PAIRS,
        "link",
    ),
    Guard(
        "reports by their year",
        f"{LOADERS}/reports.py",
        "self.perspective.fetch_visible(whole_reports, year=keys, only=BRIEF)",
        "with_stored_body(AnnualReportPage.objects.filter(year__in=keys))",
        PAIRS,
        "report",
    ),
    *(
        Guard(
            f"hidden words in {place}",
            f"{LOADERS}/reports.py",
            "        reports = {report.year: report for",
            f"        titles = [page.title for page in AnnualReportPage.objects.all()]\n"
            f"        {leak}\n        reports = {{report.year: report for",
            PAIRS,
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
        "return self.perspective.fetch_visible(Perspective.reports, only=BRIEF)",
        'return list(AnnualReportPage.objects.order_by("-year"))',
        PAIRS,
        "report",
    ),
    Guard(
        "mentions by hidden reports",
        GATE,
        "filter(refers_to=refers_to, report__in=reports)",
        "filter(refers_to=refers_to)",
        MATRIX,
        "services",
    ),
    Guard(
        "series: the gate of observations",
        f"{LOADERS}/series.py",
        "found = perspective.observations().filter(",
        "found = Observation.objects.filter(",
        PAIRS,
        "report",
    ),
    *(
        Guard(
            f"the list of {name}",
            "graphql/reports_graphql/query.py",
            f"Rows(Perspective.snippets, (models.{model},)),",
            f"Rows(lambda perspective, model: model.objects.all(), (models.{model},)),",
            PAIRS,
            "nothing or before",
        )
        for name, model in {
            "incubators": "Incubator",
            "funding rounds": "FundingRound",
            "terms": "Term",
        }.items()
    ),
    *(
        Guard(
            f"the list of {name}",
            "graphql/reports_graphql/filters.py",
            f"{name} = perspective.snippets({model})",
            f"{name} = {model}.objects.all()",
            PAIRS,
            "nothing or before",
        )
        for name, model in {"services": "Service", "indicators": "Indicator"}.items()
    ),
    Guard(
        "services of a hidden incubator, by its key",
        "graphql/reports_graphql/filters.py",
        "perspective.snippets(Incubator).filter(",
        "Incubator.objects.filter(",
        MATRIX,
        "services",
    ),
    Guard(
        "the list of reports",
        "graphql/reports_graphql/filters.py",
        "reports = perspective.reports()",
        'reports = AnnualReportPage.objects.order_by("-year")',
        PAIRS,
        "report",
    ),
    Guard(
        "pages of the site half",
        "graphql/reports_graphql/site/nodes.py",
        "pages: Any = perspective.pages()",
        "pages: Any = Page.objects.all()",
        PAIRS,
        "plain",
    ),
    Guard(
        "search in what may be seen",
        "reports/search/entry_query.py",
        "matching = indexed & within.condition & has_words(words) & is_visible(perspective)",
        "matching = indexed & within.condition & has_words(words)",
        PAIRS,
        "report or nothing or expired",
    ),
    Guard(
        "documents by their address",
        "cms/files.py",
        "public = Perspective.public(request).documents().filter(key=key).first()",
        "public = ReportDocument.objects.filter(key=key).first()",
        PAIRS,
        "document",
    ),
    Guard(
        "pictures by their address",
        "cms/files.py",
        "if original and Perspective.public(request).pictures().filter(pk=original.pk).exists():",
        "if original:",
        PAIRS,
        "picture",
    ),
    Guard(
        "one answer for hidden and absent pictures",
        "cms/files.py",
        "if may_enter(request) and original and can_see(request.user, original):",
        "if original and may_enter(request) and can_see(request.user, original):",
        PAIRS,
        "picture",
    ),
    Guard(
        "words of hidden records, which have no entries",
        "reports/search/entries.py",
        "[build_record_entry(each)] if each.live else []",
        "[build_record_entry(each)]",
        "tests/reports/search/test_hidden_rows.py",
    ),
    Guard(
        "words of restricted reports, which have no entries",
        "reports/search/entries.py",
        "if not page.path.startswith(tuple(restricted)):",
        "if True:",
        "tests/reports/search/test_hidden_rows.py",
    ),
    Guard(
        "words of hidden rows, which a correction does not propose",
        "reports/search/entry_query.py",
        "return SearchEntry.objects.filter(is_visible(perspective)).order_by()",
        "return SearchEntry.objects.order_by()",
        "tests/reports/search/test_hidden_rows.py",
    ),
]
