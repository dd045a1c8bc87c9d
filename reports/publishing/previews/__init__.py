"""Review links: drafts for readers without an account, until a set time."""
