"""What a person may ask of the office: everything about them, corrected, or erased everywhere."""
