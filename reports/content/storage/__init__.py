"""Storage of uploaded files and drawings: a folder of this machine, or a bucket."""
