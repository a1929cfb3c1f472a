"""Backups in the window: what is kept, what a restore would lose, what to do about damage."""
