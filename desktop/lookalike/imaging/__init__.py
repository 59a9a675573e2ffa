"""File -> pixels: formats, decoding, metadata, thumbnails."""
