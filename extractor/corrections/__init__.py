"""What people corrected: entries in a file beside the paper, which are applied to what is read from it."""
