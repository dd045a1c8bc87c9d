"""Where uploaded files and drawings are: a folder of this machine, or a bucket."""
