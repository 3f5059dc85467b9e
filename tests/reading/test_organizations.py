"""Organizations: their names in the nominative, short and full forms, and what is none."""

from __future__ import annotations

import pytest

from pobratim.reading.entities import find_names
from pobratim.reading.identity import same_organization, within_one_edit
from pobratim.reading.names import Name
from pobratim.reading.segments import lay_out
from pobratim.reading.tagger import tag


def organizations(text: str) -> list[str]:
    layout = lay_out(text)
    return [name.name for name in find_names(layout, tag(layout)) if name.type == "organization"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Председатель Бобруйского горисполкома выступил.", ["Бобруйский горисполком"]),
        ("В Оршанском районном исполнительном комитете рады.", ["Оршанский районный исполнительный комитет"]),
        ("Это решили в городском исполнительном комитете белорусской столицы.",
         ["городской исполнительный комитет белорусской столицы"]),
        ("Глава администрации города Бреста ответил.", ["администрация Бреста"]),
        ("Совет депутатов и городская дума молчат.", []),
        ("С министерством промышленности Беларуси договорились.", ["министерство промышленности Беларуси"]),
        ("Комитет по внешним связям Санкт-Петербурга пишет.", ["Комитет по внешним связям Санкт-Петербурга"]),
        ("Об этом сообщили в посольстве Казахстана в России.", ["посольство Казахстана в России"]),
        ("Сотрудничают холдинги «Бетон» и «Горизонт-Люкс».", ["Бетон", "Горизонт-Люкс"]),
        ("Белорусское ОАО «\"Луч\" — управляющая компания холдинга» ждёт.", ["Луч"]),
        ("Техника МТЗ, МАЗа и «Амкодора» известна.", ["МТЗ", "МАЗ", "Амкодор"]),
        ("Гости побывали на Минском часовом заводе.", ["Минский часовой завод"]),
        ("Занимались в Гродненском университете имени Янки Купалы.", ["Гродненский университет имени Янки Купалы"]),
        ("Минсельхозпрод и Минтранс России согласны.", ["Минсельхозпрод", "Минтранс России"]),
        ("На линию вышли машины Ремавтодора и Минскзеленстроя.", ["Ремавтодор", "Минскзеленстрой"]),
        ("Об этом пишут НИА-Камчатка и 1rnd.ru.", ["НИА-Камчатка", "1rnd.ru"]),
        ("Адрес страницы: https://minsk.gov.by/news", []),
        ("Открылась выставка «Белагро», прошёл форум «Дни роста».", []),
        ("Американская компания построит завод.", []),
        ("Депутаты Псковской гордумы приехали.", ["Псковская гордума"]),
        ("Совет делового сотрудничества Беларуси и Омской области собрался.",
         ["Совет делового сотрудничества Беларуси и Омской области"]),
    ],
)  # fmt: skip
def test_names(text: str, names: list[str]) -> None:
    assert organizations(text) == names


def organization(name: str, *aliases: str) -> Name:
    return Name(0, 1, "organization", name, 50, aliases=aliases)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Парк высоких технологий", "ПВТ"),
        ("Минсельхозпрод", "Минчельхозпрод"),
        ("Министерство Краснодарского края", "Министерство сельского хозяйства Краснодарского края"),
        ("администрация Заводского района", "администрация Заводского района Минска"),
    ],
)
def test_one_organization(one: str, other: str) -> None:
    assert same_organization(organization(one), organization(other))
    assert same_organization(organization(other), organization(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("администрация Омска", "администрация Томска"),
        ("администрация Минска", "администрация Заводского района Минска"),
        ("Школа № 1", "Школа № 2"),
        ("МАЗ", "МТЗ"),
    ],
)
def test_two_organizations(one: str, other: str) -> None:
    assert not same_organization(organization(one), organization(other))


def test_one_letter_apart() -> None:
    assert within_one_edit("заводп", "завод")
    assert within_one_edit("завод", "звод")
    assert within_one_edit("завод", "зовод")
    assert not within_one_edit("завод", "заводы и")
    assert not within_one_edit("завод", "город")
