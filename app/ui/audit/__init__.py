"""The audit log in the window: every line, and whether the chain holds."""
