"""The palette of commands: everything that can be done, found by typing."""
