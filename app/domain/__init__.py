"""Pure rules and frozen values: no disk, no clock, no network, no sentences."""
