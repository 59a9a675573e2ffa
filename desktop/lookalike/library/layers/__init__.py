"""What the network sees: layers, units, and the photos that excite them most."""
