"""The link picker of the editor, which finds pages, records and documents by typed words."""
