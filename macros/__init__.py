"""From the data of a school year to the pages, room by room, in the order in which data flow.

A room imports only rooms before it; a room of several files says in its `__init__` what goes in and what comes out.

`state`    what the project and the program are known by
`kept`     what was made once, to be taken again
`remembered` what functions of texts have answered, too
`alone`    one build at a time
`words`    numbers, letters, spelling; knows no report
`git`      what the repository tells
`data`     the folder `data/` as one checked `Site`
`pages`    the Markdown pages
`report`   data and pages together, and what follows from them
`show`     what is shown: tables and charts, without any HTML
`html`     how it looks
`datasets` the data for others: CSV, spreadsheets, catalogue
`check`    what disagrees, and what readers would get wrong, as a list of problems
`site`     the pages, made by MkDocs and Material, which no other room knows
`paper`    the print edition, the PDF, the proof
`build`    all of it, put in place only when complete
`history`  what has changed, and a new school year
`desk`     lists, review copy and preview for those who write
`office`   the data as a workbook of spreadsheets, and back from what was filled in
`commands` what `report` may be asked to do, and does
"""
