"""The grid of photos: ids in a list, thumbnails fetched for what is visible, tiles painted."""
