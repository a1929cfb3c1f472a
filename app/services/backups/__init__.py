"""Backups of an office: made, kept, proven whole, brought back."""
