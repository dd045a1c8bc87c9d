"""This year's draft beside another year's report: what is the same, changed, new or gone."""
