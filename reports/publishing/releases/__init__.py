"""Releases: sets of reports, records, documents and redirects that become public together."""
