"""What is learned from labels: how well they are told apart, suggestions, living albums."""
