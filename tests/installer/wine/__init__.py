"""The Windows program under Wine, outside the suite."""
