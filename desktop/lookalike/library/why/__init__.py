"""Why two photos match, and why another one does not."""
