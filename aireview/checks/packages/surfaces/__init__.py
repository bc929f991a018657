"""One file per place that package names are written in: text -> `Reading`."""
