"""The dialog that fills the office's own form of a report."""
