"""How the window looks: colours, letters, icons, one style sheet."""
