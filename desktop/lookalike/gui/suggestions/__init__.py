"""Suggested labels: asked one by one, accepted many at once, and why each was suggested."""
