"""Guards on addresses of figures: whoever follows one gets what was addressed, or nothing."""

from .guard import Guard

RESOLVED = "reports/publishing/figure_addresses.py"
SECRECY = "tests/reports_graphql/secrecy/test_figure_addresses.py"

ADDRESSED = [
    Guard(
        "a version of a hidden report is addressed by nobody",
        RESOLVED,
        "for version in find_versions(reports.keys(), numbers)",
        "for version in find_versions(keys, numbers)",
        SECRECY,
        "hidden_report_is_none or in_a_preview_too",
    ),
    Guard(
        "a report of another year is something else",
        RESOLVED,
        "found[key, str(seen[key].year)] = open_report(seen[key], perspective)",
        "found |= {(key, str(a.year)): open_report(seen[key], perspective) for a in addresses}",
        SECRECY,
        "another_years_report",
    ),
    Guard(
        "ids that are stored twice lead nowhere",
        "reports/core/figure_addresses/places.py",
        "return found[0] if found and len(found) == 1 else None",
        "return found[0] if found else None",
        "tests/reports/core/figure_addresses/test_mapping.py",
        "stored_twice",
    ),
    Guard(
        "names that two places have pair none of them",
        "reports/core/figure_addresses/pairs_by_name.py",
        "return None if key in self.repeated else key",
        "return key",
        "tests/reports/core/figure_addresses/test_mapping.py",
        "read_alike or ten_places",
    ),
]
