"""What has to be answered for: who signed in, changed rights, published, read what is private."""
