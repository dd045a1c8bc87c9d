"""Guards of the process in which parsers run, and of what is measured before anything is read."""

from .guard import Guard

PROCESS = "tests/reports/core/bounded/test_process.py"
ADMIN = "tests/reports/exchange/importing/admin/test_bounded.py"
AVIF = "tests/reports/content/media/test_avif.py"
DOCUMENTS = "tests/reports/content/models/test_media.py"
FRONT = "tests/reports/exchange/importing/test_front_matter.py"
HOSTILE = "tests/reports/exchange/archives/test_hostile.py"

BOUNDED = [
    Guard(
        "a parser has so much memory",
        "reports/core/bounded/worker.py",
        "    limit_memory(int(memory))\n",
        "",
        PROCESS,
        "memory",
    ),
    Guard(
        "a parser has so much of the processor",
        "reports/core/bounded/worker.py",
        "        limit_processor(processor)\n",
        "",
        PROCESS,
        "compute",
    ),
    Guard(
        "a parser has so much time",
        "reports/core/bounded/process.py",
        "if not select.select([process.stdout], [], [], max(0, until - time.monotonic()))[0]:",
        "if False:",
        PROCESS,
        "patience",
        stalls=True,
    ),
    Guard(
        "a parser has no database",
        "reports/core/bounded/worker.py",
        '    importlib.import_module("django.conf").settings.DATABASES = {}\n',
        "",
        PROCESS,
        "database",
    ),
    Guard(
        "a PDF that cannot be read is not read at each save",
        "reports/content/media/receivers.py",
        "            instance.tagged, instance.titled = False, None\n",
        "            pass\n",
        DOCUMENTS,
        "read_once",
    ),
    Guard(
        "no catalog of a PDF is searched for",
        "reports/content/uploads/pdf_reader.py",
        "PdfReader(file, root_object_recovery_limit=0)",
        "PdfReader(file)",
        DOCUMENTS,
        "catalog",
    ),
    Guard(
        "the size of an AVIF is read in its data",
        "reports/content/uploads/pictures.py",
        "    check_avif(data)\n",
        "",
        AVIF,
        "larger",
    ),
    Guard(
        "front matter has no aliases",
        "reports/exchange/importing/front_matter.py",
        "if self.check_event(yaml.AliasEvent):",
        "if False:",
        FRONT,
        "aliases_are_refused and not bomb",
    ),
    Guard(
        "values of an archive are counted before they are made",
        "reports/exchange/archives/reading/strict_json.py",
        "> MAX_JSON_VALUES:",
        "> 10**9:",
        HOSTILE,
        "values",
    ),
    Guard(
        "the description of an archive has a bound",
        "reports/exchange/archives/bag.py",
        "find_tag_limit(name) if is_tag else",
        'find_limit("") if is_tag else',
        HOSTILE,
        "long",
    ),
]
