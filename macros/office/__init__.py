"""Documents of office programs. In: a `Book`, or a file that somebody filled in. Out: a workbook; changes to the data.

What is asked of a year is found in the schema (`asked`) and in the tables (`rows`), what it is called (`called`) in
hints and the book; so a new field has its cell the day it is written. A file that comes back is a stranger's: only what
was typed into its cells is looked at, and it goes into the data as text (`taken`), for the check to judge.
"""
