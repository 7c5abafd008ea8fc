"""Documents of office programs. In: a `Book`, or a file that somebody filled in. Out: a workbook; changes to the data.

What is asked of a year is found in the schema (`asked`) and in the tables (`rows`), what it is called (`called`) in
hints and the book; so a new field has its cell the day it is written. A `workbook` is made of that. A file that comes
back is a stranger's: `unzipped` opens no more of it than is read, and `in_time` ends what takes too long; only what was
typed into its cells is looked at, and it goes into the data as text (`take`), for the check to judge; texts of `word`
go into a page the same way.
"""
