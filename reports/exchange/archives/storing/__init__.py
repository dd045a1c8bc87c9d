"""An archive in this database: all of it, with the same ids, or nothing."""
