"""Coverage of the office: the whole matrix, the smallest team, generations, who leaves soon."""
