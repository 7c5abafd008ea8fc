"""The Markdown pages. In: Markdown. Out: `Page`s: their blocks, headings, links, calls, each with its line."""
