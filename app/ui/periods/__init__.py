"""Closed periods in the window: choosing one, closing, opening again, what changed."""
