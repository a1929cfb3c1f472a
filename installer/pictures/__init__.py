"""Scenes of the whole program, for its pictures and for the tests of what can be read in them."""
