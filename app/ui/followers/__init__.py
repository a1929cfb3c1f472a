"""The page "Pengikut": counts typed into a grid of people and platforms."""
