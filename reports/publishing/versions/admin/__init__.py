"""The versions of reports in the admin: their list, and how one is withdrawn."""
