"""The page that teaches a person's labels and says honestly how well they are told."""
