"""The guides for editors, read where they work: in the admin, from the files in docs/."""
