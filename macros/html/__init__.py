"""How it looks. In: a `Book`, tables, charts. Out: HTML, SVG and pictures; knows no engine."""
