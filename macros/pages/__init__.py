"""The Markdown pages. In: Markdown. Out: `Page`s: headings, links, calls, each with its line."""
