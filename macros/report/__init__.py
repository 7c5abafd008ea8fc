"""Data and pages together. In: `Site`, `Page`s, what is remembered of them. Out: a `Book`."""
