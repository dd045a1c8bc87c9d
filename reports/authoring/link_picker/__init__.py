"""The link picker of the editor: finds pages, records and documents by what one types."""
