"""The dialog that checks a written report against its own proof."""
