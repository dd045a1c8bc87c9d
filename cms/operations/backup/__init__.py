"""A backup: database, files and the answers that they gave, in one folder; and back again."""
