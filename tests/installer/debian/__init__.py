"""The package for Debian on bare machines, outside the suite."""
