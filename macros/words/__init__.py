"""Words, numbers and signs, in Latvian and in English. In: text. Out: text, and problems; knows no report."""
