"""The public search: words are stored as stems, and matched by whole stems on every database."""
