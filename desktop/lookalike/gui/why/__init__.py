"""Why two pictures are alike: both of them, what each part of them adds, and what they share."""
