"""How much of what is right is found."""
