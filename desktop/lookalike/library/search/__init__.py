"""Questions and their answers: spaces, indexes, matches, mixes, saved searches."""
