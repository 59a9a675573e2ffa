"""What each operator hands back: the rules that graphs of vector-Jacobian products are made of."""
