"""Pixels -> numbers: a network's manifest, its session, preprocessing and embedding."""
