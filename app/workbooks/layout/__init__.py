"""Finds out how an office laid out its sheet: header, meanings of columns, rows of persons."""
