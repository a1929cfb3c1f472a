"""Paper: described pages painted for the screen, into a PDF, on a printer; the same pages each time."""
