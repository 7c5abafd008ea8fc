"""What changes. In: the project now and before. Out: what differs, and a new school year."""
