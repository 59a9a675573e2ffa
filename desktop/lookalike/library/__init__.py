"""The use cases; the command line and the window call these and nothing below."""
