"""Numbers as pictures: what the window draws and what the command line writes."""
