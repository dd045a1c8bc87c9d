"""Reports as they were: a version is read with its own perspective and its own loaders."""
