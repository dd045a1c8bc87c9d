"""Folders and files of `tests/` whose tests are run first, or are left something out of."""

# The slowest tests run first: two processes that share the rest end together.
SLOWEST = (
    "threads/",
    "upgrades/",
    "cms/backup/test_round_trip.py",
    "production/test_killing.py",
    "reports_graphql/http/test_random_histories.py",
    "reports_graphql/replica/",
    "reports_graphql/secrecy/",
    "reports/importing/test_damage.py",
    "reports/media/test_hidden_in_admin.py",
)
# Databases do not differ in these: pages made of answers of the graph, guides, static files,
# weights, statements of one ORM counted, commands with settings of their own, files that are
# damaged or read into blocks, documents that are compared or printed, documents of the graph that
# are refused, forms, who may see which view, and the guards of other tests.
ALIKE = (
    "cms/frontend/",
    "cms/pdf/test_drafts.py",
    "cms/pdf/test_paper.py",
    "cms/pdf/test_pdf.py",
    "cms/pdf/test_tags.py",
    "cms/test_command_line.py",
    "cms/test_production.py",
    "cms/test_static.py",
    "docs/",
    "patterns/",
    "reports/archives/test_hostile.py",
    "reports/blocks/",
    "reports/charts/test_admin.py",
    "reports/editorial/test_figure_reader.py",
    "reports/editorial/test_french.py",
    "reports/editorial/test_permissions.py",
    "reports/exporting/test_hostile.py",
    "reports/exporting/test_record_words.py",
    "reports/folding/",
    "reports/guide/",
    "reports/importing/test_bad_input.py",
    "reports/importing/test_damage.py",
    "reports/importing/test_dsfr.py",
    "reports/importing/test_sidebar.py",
    "reports/importing/test_slips.py",
    "reports/media/test_hidden_in_admin.py",
    "reports/media/test_memory.py",
    "reports/media/test_picture_uploads.py",
    "reports/revisions/test_old_shapes.py",
    "reports/rollforward/test_repeated_values.py",
    "reports_graphql/adversarial/test_corpus.py",
    "reports_graphql/adversarial/test_fuzz.py",
    "reports_graphql/adversarial/test_worst.py",
    "reports_graphql/secrecy/test_open_gate.py",
    "reports_graphql/secrecy/test_short_ways.py",
    "reports_graphql/site/test_cost.py",
    "threads/test_in_process.py",
)
# Among them, what rests on triggers or on the words that are looked for in the database.
UNLIKE = ("cms/frontend/test_keeping.py", "cms/frontend/test_search.py")
# The feed of changes is no matter of these. Announcing took a quarter of the time of tests with
# pages; those of the feed, of publication, secrecy, caches and copies keep it.
UNANNOUNCED = (
    "cms/frontend/",
    "cms/pdf/",
    "reports/archives/test_hostile.py",
    "reports/blocks/",
    "reports/charts/",
    "reports/checks/",
    "reports/editorial/",
    "reports/folding/",
    "reports/importing/",
    "reports/media/",
    "reports/observations/",
    "reports/records/",
    "reports/revisions/",
    "reports/rollforward/",
    "reports/search/",
    "reports_graphql/adversarial/",
    "reports_graphql/site/",
    "reports_graphql/test_connections.py",
    "reports_graphql/test_cost.py",
    "reports_graphql/test_execution.py",
    "reports_graphql/test_filters.py",
    "reports_graphql/test_gate.py",
    "reports_graphql/test_report.py",
    "reports_graphql/test_search.py",
    "reports_graphql/test_search_arguments.py",
    "reports_graphql/test_service.py",
)
# Among them, what reads the feed, or keeps answers by what it says.
ANNOUNCED = (
    "cms/frontend/data/test_delivery.py",
    "cms/frontend/test_feeds.py",
    "cms/frontend/test_keeping.py",
)
