"""From arrays to pictures on the screen."""
