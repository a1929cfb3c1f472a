"""Alt and a letter: every button and field of a window has a key of its own while Alt is held."""
