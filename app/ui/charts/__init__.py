"""Small painted charts; each says in words what it shows."""
