"""Photos in: walking through folders, reading, embedding and writing, in a process of its own."""
