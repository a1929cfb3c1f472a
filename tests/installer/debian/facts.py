"""What the clerk's hour leaves behind, for the hands that do it and the eyes that check it."""

NAME = "Laras Widuri"
COUNT = "4321"
SHOWN = "4.321"
"""The count as the window writes it."""
