"""The people of a sheet: cells are converted in the reading child, roster rows come out."""

CHILD = "app.workbooks.people.child"
"""The child that knows this question; `open_workbook` starts it. It is named before it is loaded."""
