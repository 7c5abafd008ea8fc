"""The folder `data/`. In: YAML. Out: one checked `Site`, with the file and line of every value."""
