"""Gaung: who among an office's civil servants reaches enough people to speak for it."""
