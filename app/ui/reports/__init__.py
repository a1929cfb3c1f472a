"""The page Reports: fields, the workbook as it will look on paper, the file that is written."""
