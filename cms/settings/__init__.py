"""Django settings: `base` is shared; `dev`, `test` and `production` have the differences."""
