"""Fetching in the window: the plan, the fetch in the background, what became of it."""
