"""Creates next year's report from an existing one, and tracks what is left to fill in."""
