"""The views that the editor of rich text calls to cite a figure."""
