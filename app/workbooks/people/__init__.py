"""The people of a sheet: cells are converted in the reading child, roster rows come out."""

from app.workbooks.people.asking import CHILD, people_of

__all__ = ["CHILD", "people_of"]
