"""The only door to workbooks: reading odd ones, writing reports."""
