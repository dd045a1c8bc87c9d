"""Shows the guides for editors in the admin, from the files in docs/."""
