"""Puts together the package for Debian and what descends from it."""
