"""Guards of archives: nothing hidden leaves with one, nothing hostile comes in with one."""

from .guard import Guard

PACKAGE = "reports/archives"
HOSTILE = "tests/reports/archives/test_hostile.py"
SECRECY = "tests/reports/archives/test_secrecy.py"
REPLACING = "tests/reports/archives/test_replacing.py"
ROUND_TRIP = "tests/reports/archives/test_round_trip.py"

ARCHIVES = [
    Guard(
        "no links and pipes in an archive",
        f"{PACKAGE}/bag.py",
        "if not stat.S_ISREG(state.st_mode):",
        "if False:",
        HOSTILE,
        "pipe",
        breaks=True,
    ),
    Guard(
        "plain names in an archive",
        f"{PACKAGE}/bag.py",
        'if not all(SEGMENT.fullmatch(part) for part in name.split("/")):',
        "if False:",
        HOSTILE,
        "encoded or hidden",
    ),
    Guard(
        "no tags of scripts in an archive",
        f"{PACKAGE}/reading/safe_text.py",
        "if tag not in STORED_TAGS:",
        "if False:",
        HOSTILE,
        "script",
    ),
    Guard(
        "drawings that only draw",
        f"{PACKAGE}/reading/safe_drawing.py",
        "any(REFUSED.match(name) or OUTSIDE.search(value)",
        "any(False",
        HOSTILE,
        "handler or fetches",
    ),
    Guard(
        "no row ids in an archive",
        f"{PACKAGE}/reading/content.py",
        "if any(isinstance(key, int) for _, key in keys):",
        "if False:",
        HOSTILE,
        "row",
    ),
    Guard(
        "a version has the content that it is cited by",
        f"{PACKAGE}/reading/versions.py",
        'if stored_bytes.digest(data) != fields["sha256"]:',
        "if False:",
        HOSTILE,
        "another and version",
    ),
    Guard(
        "files of an archive are checked as uploads are",
        f"{PACKAGE}/reading/archive_reader.py",
        "    check_files(bag, archive)\n",
        "",
        HOSTILE,
        "picture or document",
        breaks=True,
    ),
    Guard(
        "an archive has no row that is hidden now",
        f"{PACKAGE}/describing/versions.py",
        'if (name_kind(kind), str(row["public_id"])) not in hidden',
        "if True",
        SECRECY,
        "hidden_now",
    ),
    Guard(
        "acknowledgements of what the public report does not give stay at home",
        f"{PACKAGE}/describing/acknowledgements.py",
        " and name_finding(finding) in public",
        "",
        SECRECY,
        "acknowledgement",
    ),
    Guard(
        "no account travels in an archive",
        f"{PACKAGE}/describing/people.py",
        'return NAMELESS if "@" in name or name in ("", username) else name',
        "return name",
        SECRECY,
        "account",
    ),
    Guard(
        "no import makes public what is hidden here",
        f"{PACKAGE}/storing/differences.py",
        "if key in hidden:",
        "if False:",
        REPLACING,
        "hidden",
        breaks=True,
    ),
    Guard(
        "no import replaces a version",
        f"{PACKAGE}/storing/version_differences.py",
        'if stored.sha256 != version.fields["sha256"]:',
        "if False:",
        REPLACING,
        "version",
    ),
    Guard(
        "an import that fails leaves no file",
        f"{PACKAGE}/storing/files.py",
        "            if not is_in_use(name):\n                default_storage.delete(name)",
        "            pass",
        REPLACING,
        "failure",
    ),
    Guard(
        "an import makes no version of its own",
        f"{PACKAGE}/storing/report.py",
        "publication_context(is_restoring=True)",
        "publication_context()",
        ROUND_TRIP,
        "words",
        breaks=True,
    ),
]
