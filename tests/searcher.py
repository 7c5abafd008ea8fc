"""Ask the built site's search without its page: Material's worker in a browser, with our language file and any index."""

import unicodedata

PREPARE = """async ([index, docs, other]) => {
    const { config, docs: own, worker } = await (await fetch(index)).json();
    const made = new Worker(new URL(worker, new URL(index, location)));
    const told = message => new Promise(answer => {
        made.onmessage = ({ data }) => answer(data.data);
        made.postMessage(message);
    });
    await told({ type: 0, data: { config: { ...config, ...other }, docs: docs ?? own, options: { suggest: false } } });
    window.ask = async queries => {
        const found = [];
        for (const query of queries) found.push((await told({ type: 2, data: query })).items);
        return found;
    };
}"""
ASK = """async queries => (await window.ask(queries)).map(groups => groups.map(
    items => items.filter(item => item.score).map(item => item.location)))"""


def folded(word):
    """Give a word as it is typed without diacritics."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


class Searcher:
    """The search of one language, in a page of its own."""

    def __init__(self, browser, address, docs=None, config=None):
        """Open it at the `address` of what is built, over its index or `docs`, with its `config` or another."""
        index = f"{address}search/search_index.json"
        self.page = browser.new_page()
        self.page.goto(index)
        self.page.evaluate(PREPARE, [index, docs, config or {}])

    def groups(self, queries):
        """Give what each query finds: the sections that hold it, page by page, the best page first."""
        return self.page.evaluate(ASK, list(queries))

    def sections(self, queries):
        """Give the sections that each query finds, as sets."""
        return [{location for group in groups for location in group} for groups in self.groups(queries)]

    def items(self, query):
        """Give all that the search tells of what a query finds."""
        return self.page.evaluate("async query => (await window.ask([query]))[0].flat()", query)
