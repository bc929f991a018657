"""The packages check: a name in a change is right, undeclared, invented or dangerous."""
