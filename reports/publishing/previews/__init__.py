"""Review links: they show drafts to readers without an account, until a set time."""
