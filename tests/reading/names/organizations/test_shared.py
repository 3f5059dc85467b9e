"""Bodies told together."""

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
        ("Приехали депутаты Совета депутатов и сотрудники мэрии Красногорска.", ["мэрия Красногорска"]),
        ("Приняли участие представители Совета депутатов и администрации Красногорска.",
         ["Совет депутатов Красногорска", "администрация Красногорска"]),
        ("Руководители Полоцкого и Новополоцкого горисполкомов приехали во Псков.",
         ["Полоцкий горисполком", "Новополоцкий горисполком"]),
        ("Дружат Гродненская и Калининградская торгово-промышленные палаты.",
         ["Гродненская торгово-промышленная палата", "Калининградская торгово-промышленная палата"]),
        ("Облисполком и правительство Омской области подписали план.", ["правительство Омской области"]),
    ],
)  # fmt: skip
def test_each_is_one(text: str, names: list[str]) -> None:
    assert organizations(text) == names
