"""Evidence in the window: taking pictures in, showing them, removing them."""
