"""The exchange workbook that an office writes for its province."""
