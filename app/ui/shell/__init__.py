"""The frame around the pages: sidebar, status bar, keys that work everywhere."""
