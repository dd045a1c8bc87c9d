"""The versions of reports in the admin: their list, and the withdrawal of one."""
