"""Edit forms of pages and records: what they show, what they take, what a stale one is told."""
