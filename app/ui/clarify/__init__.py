"""Perlu klarifikasi: accounts whose counts jumped, and what a person decides about each."""
