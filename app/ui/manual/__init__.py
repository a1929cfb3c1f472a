"""The help window: pages of the manual, opened at the right place from anywhere."""
