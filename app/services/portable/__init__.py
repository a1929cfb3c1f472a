"""The whole office as one folder on a stick: made, compared with the one here, and brought back."""
