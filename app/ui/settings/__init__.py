"""Settings: the office, the rule, the look, the clerk; keys and versions to look up."""
