"""For paper. In: the built pages of a year. Out: one document, its PDF, and the proof that a signed copy is it."""
