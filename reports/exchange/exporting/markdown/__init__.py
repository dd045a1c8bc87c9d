"""A report as Markdown, in the form that `import_report` reads.

Each family of blocks has its writers. `block` chooses the first form that reads back as the same
block, `complement` says what Markdown has no place for, `comment` writes it.
"""
