"""The data of the report for others. In: a `Book`. Out: CSV with its description, spreadsheets, JSON Schema, DCAT-AP.

A `Dataset` is a table without looks: columns of one kind each, and rows of plain values. Words stand in a column for
each language, numbers in one; `files` lists what is made of all that.
"""
