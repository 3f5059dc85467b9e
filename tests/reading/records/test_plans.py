"""Plans: what the sides mean to do, by when. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

FRAME = "Минск и Омск развивают сотрудничество, города стали побратимами. "

PLANS = [
    ("Города планируют расширять связи вузов.", "расширять связи вузов", None),
    ("Стороны договорились обмениваться студентами до конца 2027 года.", "обмениваться студентами", "2027"),
    ("Стороны договорились об открытии торгового дома в Омске.", "открытии торгового дома в Омске", None),
    ("Запланировано проведение ярмарок и выставок.", "проведение ярмарок и выставок", None),
    ("В планах городов – создание музейного маршрута.", "создание музейного маршрута", None),
    ("Рассматривается возможность открытия прямого авиарейса.", "открытия прямого авиарейса", None),
    ("Сборку лифтов в Омске намерены запустить в 2027 году.", "Сборку лифтов в Омске запустить", "2027"),
    ("Будут обмениваться врачами и учителями.", "обмениваться врачами и учителями", None),
    ("Специалистов направим в Омск до конца 2026 года.", "Специалистов направим в Омск", "2026"),
    ("Мэр Омска поручил департаменту проработать вопрос стажировок.", "департаменту проработать вопрос", None),
    ("Омск закупит двадцать минских автобусов в 2027 году.", "закупит двадцать минских автобусов", "2027"),
]


@pytest.mark.parametrize(("sentence", "action", "due"), PLANS)
def test_a_plan_is_the_words_that_follow_the_intention(sentence: str, action: str, due: str | None) -> None:
    found = facts(FRAME + sentence, "plan", "action", "due")
    assert any(told.startswith(action) and told_due == due for told, told_due in found), found


def test_a_plan_knows_its_fields() -> None:
    (topics,) = facts(FRAME + "Города планируют развивать туризм и спорт среди школьников.", "plan", "topics")[0]
    assert set(topics) >= {"tourism", "sport"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Делегация Омска посетит Минск в мае 2027 года.",  # a planned event and no plan besides
        "Мэры сказали, что помогут друг другу.",
        "В парке высадили деревья.",
        "Вечером запланированы переговоры с мэром.",
        "Омск рассчитывает продавать соседям шины.",  # an offer
        "Минск и Омск будут дружить.",
        "Форум Минска и Омска продлится три дня.",
    ],
)
def test_what_is_no_plan(sentence: str) -> None:
    assert facts(FRAME + sentence, "plan", "action") == []
