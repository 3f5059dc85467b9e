"""Committees of parties, with what is told of them."""

from __future__ import annotations

import pytest

from pobratim.reading.names.entities import find_names
from pobratim.reading.names.tagger import tag
from pobratim.reading.text.segments import lay_out


def organizations(text: str) -> list[str]:
    layout = lay_out(text)
    return [name.name for name in find_names(layout, tag(layout)) if name.type == "organization"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Делегацию возглавил секретарь Даляньского горкома КПК.", ["Даляньский горком КПК"]),
        ("Прибыл первый секретарь парткома города Маньчжурия.", ["партком города Маньчжурия"]),
        ("Приехали представители ЦК Компартии Кубы.", ["ЦК Компартии Кубы"]),
        ("Секретарь горкома КПК соседнего города Хэйхэ рад.", ["горком КПК соседнего города Хэйхэ"]),
        ("Организационный комитет фестиваля собрался в Орше.", []),
    ],
)  # fmt: skip
def test_committees_have_a_party_or_a_place(text: str, names: list[str]) -> None:
    assert organizations(text) == names
