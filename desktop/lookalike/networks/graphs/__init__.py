"""A loaded graph brought into a plain form, and read: who makes what, in which shape and sign."""
