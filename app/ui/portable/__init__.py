"""The office on a stick: made, opened, brought back, and what to do where it was pulled out."""
