"""Bodies known by their rank."""

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
        ("Приехали солисты областной филармонии.", ["областная филармония"]),
        ("Выставка открыта в районном историко-краеведческом музее.", ["районный историко-краеведческий музей"]),
        ("Об этом сообщил городской комитет по физкультуре и спорту.", ["городской комитет по физкультуре и спорту"]),
        ("Приехал руководитель сербского союза ветеранов.", ["сербский союз ветеранов"]),
        ("Полоцкий районный отдел культуры провёл праздник.", ["Полоцкий районный отдел культуры"]),
        ("Гости увидели польский музей и районный центр.", []),
        ("В областном исполнительном комитете рады, в городской больнице тоже.", []),
    ],
)  # fmt: skip
def test_a_rank_makes_a_name(text: str, names: list[str]) -> None:
    assert organizations(text) == names
