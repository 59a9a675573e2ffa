"""Several ways to compare at once: the same question side by side, and one after the other."""
