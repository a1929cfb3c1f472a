"""What stands around the program: setting up, testing, words, packages. Never shipped."""
