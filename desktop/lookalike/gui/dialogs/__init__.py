"""The few things that get a window of their own."""
