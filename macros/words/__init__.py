"""Words, numbers and signs, in Latvian and in English. In: text. Out: text, and problems; knows no report."""

LANGUAGES = ("lv", "en")
"""The languages of the report, that of record first."""
