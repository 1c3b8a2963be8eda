"""Family: warnings about what is allowed in a criteria file and probably not meant."""
