"""What the network sees: its layers, their units, and a unit's map over the picture."""
