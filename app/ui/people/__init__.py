"""Pegawai: everyone in the office, one card at a time, and what is changed by hand."""
