"""Exports a report as Markdown that `import_report` can read again.

Each family of blocks has its writers. `block` chooses the first form that is read back as the same
block, `complement` computes what Markdown cannot express, and `comment` writes this as JSON.
"""
