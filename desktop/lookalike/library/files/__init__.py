"""What a person has done to files: plans, previews, work, undo, lists."""
