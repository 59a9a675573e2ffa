"""Vectors and a person's own labels -> classifiers, and what can be said of them honestly."""
