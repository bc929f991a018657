"""Source text to facts: trees of code, and of the data formats that code is configured with."""
