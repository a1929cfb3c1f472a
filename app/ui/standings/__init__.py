"""The page "Hasil": who qualifies under which reading, and the reason for each person."""
