"""What a person may ask of the office about their own data, in dialogs."""
