"""The one place of sentences, for window, command line and reports alike."""
