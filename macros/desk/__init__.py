"""For those who write. In: a `Book`. Out: lists, the review copy, the preview, what editors know of the data."""
