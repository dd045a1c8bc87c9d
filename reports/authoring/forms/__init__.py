"""Edit forms of pages and records: panels, menus, autosave, and the answer to a stale form."""
