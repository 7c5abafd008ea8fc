"""What is worked out year by year, and only where somebody asks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

_Answer = TypeVar("_Answer")
_Year = TypeVar("_Year", bound="str | None")


class ByYear(Mapping[_Year, _Answer], Generic[_Year, _Answer]):
    """Something of each year, worked out when it is first asked for."""

    def __init__(self, years: Iterable[_Year], work_out: Callable[[_Year], _Answer]) -> None:
        """Take the years, and what gives it for one of them."""
        self._years, self._work_out = tuple(years), work_out
        self._known: dict[_Year, _Answer] = {}

    def __getitem__(self, year: _Year) -> _Answer:
        """Give it for a year. Raises KeyError where there is no such year."""
        if year not in self._known:
            if year not in self._years:
                raise KeyError(year)
            self._known[year] = self._work_out(year)
        return self._known[year]

    def __iter__(self) -> Iterator[_Year]:
        """Yield the years."""
        return iter(self._years)

    def __len__(self) -> int:
        """Give how many years there are."""
        return len(self._years)
