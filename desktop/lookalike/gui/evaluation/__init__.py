"""The page that measures which way to compare finds most of what a person would call alike."""
