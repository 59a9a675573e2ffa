"""What we know about photos: SQLite, the only truth, and the thumbnail cache beside it."""
