"""The window's parts: given narrow functions, answering by signals, strangers to each other."""
