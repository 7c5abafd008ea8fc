"""A YAML file as text: values change in place, and remarks and the way all is written stay."""

from collections.abc import Iterable, Iterator, Mapping

import yaml

from macros.data.schema.kinds import Keys

BEGUN = "# yaml-language-server: $schema=../../schemas/{topic}.json\n"
"""What a file of a year begins with."""


class Source:
    """The text of a file of data that can be read."""

    def __init__(self, text: str) -> None:
        """Take the text; it is never changed: each method gives the new one."""
        self.text = text
        self._places: dict[Keys, tuple[yaml.Node, yaml.Node]] = {}
        self._in_braces: set[Keys] = set()
        self._root = yaml.compose(text, yaml.SafeLoader)
        if self._root is not None:
            self._walk(self._root, ())

    def _walk(self, node, path):
        if isinstance(node, yaml.MappingNode):
            items = [((*path, key.value), key, value) for key, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            items = [((*path, index), None, value) for index, value in enumerate(node.value)]
        else:
            return
        for place, key, value in items:
            self._places[place] = (key, value)
            if node.flow_style:
                self._in_braces.add(place)
            self._walk(value, place)

    def entries(self, *path: str | int) -> list[Keys]:
        """Give the paths right below a path."""
        return [place for place in self._places if place[:-1] == path]

    def values(self, *path: str | int) -> Iterator[tuple[Keys, str]]:
        """Yield the path and the words of each value below a path, unquoted."""
        for place, (_key, value) in self._places.items():
            if place[: len(path)] == path and isinstance(value, yaml.ScalarNode):
                yield place, value.value

    def __contains__(self, path: Keys) -> bool:
        """Say whether something stands at a path, be it empty."""
        return path in self._places

    def is_in_braces(self, path: Keys) -> bool:
        """Say whether an entry is written between braces or brackets, on the lines of others."""
        return path in self._in_braces

    def is_in_braces_below(self, path: Keys) -> bool:
        """Say whether entries below a path are written so, or would be."""
        return self.is_in_braces(path) or any(map(self.is_in_braces, self.entries(*path)))

    def column(self, path: Keys) -> int:
        """Give how many spaces a key is indented by."""
        return self._places[path][0].start_mark.column

    def lines(self, path: Keys) -> tuple[int, int]:
        """Give where the lines of an entry begin and end in the text."""
        key, value = self._places[path]
        return self.text.rfind("\n", 0, (key or value).start_mark.index) + 1, self._end(value)

    def words(self, path: Keys) -> str:
        """Give a value as it is written."""
        _key, value = self._places[path]
        return self.text[value.start_mark.index : value.end_mark.index]

    def put(self, values: Mapping[Keys, str]) -> str:
        """Give the text with other values: path → how the value is written, nothing for an empty one."""
        text = self.text
        for path, words in sorted(values.items(), key=lambda item: -self._places[item[0]][1].start_mark.index):
            key, value = self._places[path]
            start = value.start_mark.index if key is None else self._colon(key)
            rest = text[self._last(value) :]
            blank = " " if rest[:1] in (",", "}", "]") else ""  # `{ start: , end: 5 }`
            rest = rest.lstrip(" ") if words and rest.lstrip(" ")[:1] == "," else rest
            space = "" if key is None else " "
            head, *lines = words.split("\n", 1)
            if lines:  # which go below the remark on the line
                remark = rest[: rest.find("\n") % (len(rest) + 1)]
                rest = f"{remark}\n{lines[0]}{rest[len(remark) :]}"
            text = text[:start] + (space + head if head else blank) + rest
        return text

    def inside(self, path: Keys, lines: str) -> str:
        """Give the text with other lines below a key."""
        key, value = self._places[path]
        return f"{self.text[: self._colon(key)]}\n{lines}{self.text[self._end(value) :]}"

    def with_entry(self, path: Keys, lines: str, flow: str) -> str:
        """Give the text with one more entry below a path: as `lines`, or as `flow` where all stands between braces.

        `()` is the whole file. The lines have to have the indent of the entries that are there: see `indent`.
        """
        node = self._places[path][1] if path else self._root
        if node is None:
            return self.text + lines
        if isinstance(node, yaml.CollectionNode) and node.flow_style and node.value:
            end = self._last(node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1])
            return f"{self.text[:end]}, {flow}{self.text[end:]}"
        if path in self._in_braces:  # and there is nothing yet
            return self.put({path: f"{{ {flow} }}"})
        if not node.value:
            end = self.text.find("\n", self._last(node)) if isinstance(node, yaml.ScalarNode) else self._last(node)
            start = end if isinstance(node, yaml.ScalarNode) else self._colon(self._places[path][0])
            return f"{self.text[:start]}\n{lines.rstrip(chr(10))}{self.text[end:]}"
        end = self._end(node)
        begun = self.text[:end] if self.text[:end].endswith("\n") else self.text[:end] + "\n"
        return f"{begun}{lines}{self.text[end:]}"

    def indent(self, path: Keys) -> int:
        """Give by how many spaces an entry below a path is indented, or would be."""
        inside = self.entries(*path)
        if not inside:
            return self.column(path) + 2 if path else 0
        key, _value = self._places[inside[0]]
        return key.start_mark.column if key else self._places[path][1].start_mark.column

    def without(self, paths: Iterable[Keys]) -> str:
        """Give the text without the lines of these entries and of what stands below them; remarks before them stay."""
        text = self.text
        for start, end in sorted(map(self.lines, paths), reverse=True):
            text = text[:start] + text[end:].lstrip("\n")
        return text

    def moved(self, path: Keys, name: str, indent: int) -> str:
        """Give the lines of the entry at a path under another name, indented by so many spaces."""
        key, value = self._places[path]
        end = self._last(value) if path in self._in_braces else self._end(value)
        below = self.text[self._colon(key) : end]
        shift = indent - key.start_mark.column
        lines = [_shifted(line, shift) for line in below.splitlines()[1:]]
        return "\n".join([" " * indent + f"{name}:{below.splitlines()[0]}", *lines]) + "\n"

    def _colon(self, key):
        return self.text.index(":", key.end_mark.index) + 1

    def _end(self, node):
        """Give where the lines of a value end: after its last line and the remark on it."""
        return self.text.find("\n", self._last(node)) + 1 or len(self.text)

    def _last(self, node):
        """Give where a value ends: after its last sign."""
        while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self.text[start:end].rstrip())


def _shifted(line, by):
    return " " * by + line if by > 0 and line else line[min(-by, len(line) - len(line.lstrip())) :] if by < 0 else line
