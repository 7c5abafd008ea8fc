"""The site. In: a `Book`. Out: the pages of one language, made by MkDocs and Material, which are known only here."""
