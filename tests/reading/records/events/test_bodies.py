"""Bodies that take part in an event."""

from __future__ import annotations

import pytest

from pobratim.model.reading import Event
from pobratim.reading import read


def bodies(text: str, kind: str) -> set[str]:
    """The names of the organizations of the events of a kind."""
    found = read(text)
    names = {entity.id: entity.name for entity in found.entities}
    return {
        names[body]
        for record in found.records
        if isinstance(record, Event) and record.kind == kind
        for body in record.organizations
    }


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Депутаты Брестского городского Совета депутатов встретились в Бресте с делегацией Орла.",
         "meeting", {"Брестский городской Совет депутатов"}),
        ("Представители Гомельской торгово-промышленной палаты встретились в Гомеле с делегацией Брянска.",
         "meeting", {"Гомельская торгово-промышленная палата"}),
        ("В Гродно в Гродненском государственном университете состоялась встреча с делегацией Калининграда.",
         "meeting", {"Гродненский государственный университет"}),
        ("Делегация Псковского государственного университета из Пскова посетила Витебск.",
         "visit", {"Псковский государственный университет"}),
        ("В Бресте открылась выставка художников Рязани, её организовал Брестский областной краеведческий музей.",
         "forum", {"Брестский областной краеведческий музей"}),
    ],
)
def test_whose_people_met_where_and_who_held_it(text, kind, names):
    assert bodies(text, kind) == names


@pytest.mark.parametrize(
    "text",
    [
        "Делегация администрации Орла посетила Брест.",  # the party is Орёл
        "Делегация Орла посетила Брест, сообщили в Брестской торгово-промышленной палате.",
        "Делегация Орла посетила Брест. Её возглавил директор Орловского сталепрокатного завода Иван Кузин.",
    ],
)
def test_who_has_no_part_in_it(text):
    assert bodies(text, "visit") == set()
