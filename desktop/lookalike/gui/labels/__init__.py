"""A person's own words for photos, in the window: made, arranged, given, seen and taken back."""
