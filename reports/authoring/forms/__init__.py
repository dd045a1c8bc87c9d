"""Edit forms of pages and records: panels, menus, autosave, and the handling of stale forms."""
