"""The admin page that asks why a report changes, and the redirects to it."""
