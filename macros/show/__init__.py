"""What is shown. In: a `Book`. Out: tables and charts that hold names and texts; nothing of how they look."""
