"""Vectors -> nearest vectors: projection, exact search, HNSW, and the file that caches them."""
