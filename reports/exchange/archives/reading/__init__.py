"""What an archive holds of a folder: read strictly, refused whole where anything is wrong."""
