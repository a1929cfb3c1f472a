"""Reports of invented offices on paper, as LibreOffice and the program itself print them."""
