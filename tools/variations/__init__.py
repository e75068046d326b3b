"""Each sample in fifty harmless variations, all of which must give the same values."""
