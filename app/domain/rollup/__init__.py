"""What offices send upwards, and what a province makes of all that it received."""
