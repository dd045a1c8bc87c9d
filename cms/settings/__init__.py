"""Settings: `base` holds what all share; `dev`, `test` and `production` say what differs."""
