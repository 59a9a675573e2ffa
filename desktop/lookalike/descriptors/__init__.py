"""Pixels -> numbers by hand: what a photo is compared by without any network."""
