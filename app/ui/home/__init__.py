"""Home: what to do next, the totals of the office, the first steps of a new one."""
