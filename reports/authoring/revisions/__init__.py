"""Opens and compares revisions, whatever the format in which they were stored."""
