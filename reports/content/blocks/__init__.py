"""The StreamField blocks of reports and their forms, grouped by family."""
