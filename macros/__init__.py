"""From the data of a school year to the pages, step by step, in the order in which data flows.

`read`      one YAML file, with the line of every value and a sentence for every trap
`schema`    what a report consists of
`load`      the folder `data/` as one checked `Site`
`compute`   every figure by its name: the ones typed and the ones that follow from them
`rules`     what has to agree, as the year's data declare it, and what is found not to
`calls`     {{ value(…) }}, {{ table(…) }}, {{ note(…) }}, {{ literal(…) }}: all that double braces may hold
`markup`    what a page's Markdown may hold
`pages`     the Markdown pages: which figures and tables they call for
`translated` which Latvian each English text was made from
`book`      data and pages together
`prose`     the running words of pages and data, for rules about language
`numerals`  numbers in those words, in digits and in letters
`glossary`  terms in sentences, whatever form their words take
`dictionary` words that hunspell does not know, and what it would write
`check`     what disagrees, as a list of problems
`questions` the open questions to the centre, to print
`tables`    what is shown: rows and columns, in both languages
`figures`   what is drawn: bars, steps, shares, in words and as a table too
`draw`      the drawing as SVG
`illustrate` a figure as HTML: message, drawing, description, data, source
`language`  how a number, a date, a plural reads in Latvian and in English
`render`    how it looks: HTML
`formula`   how a calculated figure was calculated, with its numbers
`columns`   how wide the columns of a table of texts are on paper
`wording`   Markdown for texts: abbreviations, Latvian names, nothing that could harm
`downloads` the year's data as a file
`preview`   the pictures that stand for the site elsewhere: of a year where it is shared, the icons
`annotate`  where each number of a page comes from, marked in its HTML
`boxes`     questions and notes where they belong
`review`    the pages of a year to read with a pen
`engine`    where the program meets MkDocs, with `hook`, which builds English after Latvian
`draft`     one language of the site, whose pages are made one by one
`serve`     the site while it is being written
`overlay`   what is wrong, on top of the page
`edition`   the pages of a year as one document, from built HTML
`fonts`     the letters of the PDF
`pdf`       that document printed, tagged, fit for the archive
`publish`   edition and PDF beside the pages, and listed there
`build`     all of it, put in place only when complete
`verify`    whether a signed copy holds the PDF that was built, and of which edition
`__main__`  the `report` command
"""
