"""A person's own labels: giving them, and bringing them in and out."""
