"""Tools for authors and reviewers: roles, review steps, edit forms, home page, roll-forward."""
