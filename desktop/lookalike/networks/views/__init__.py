"""What can be told of a network by the values of its tensors and the way back to its pixels."""
