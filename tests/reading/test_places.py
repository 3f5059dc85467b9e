"""Places: what the words around a name make of it, and what is no place of ours."""

from __future__ import annotations

import pytest

from pobratim.reading.entities import find_names
from pobratim.reading.segments import lay_out
from pobratim.reading.tagger import tag


def places(text: str) -> list[tuple[str, str]]:
    layout = lay_out(text)
    names = find_names(layout, tag(layout))
    return [(name.type, name.name) for name in names if name.type in ("city", "region", "country")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("В городе Минске ждут гостей.", [("city", "Минск")]),
        ("Минская область и Минский район растут.", [("region", "Минская область"), ("region", "Минский район")]),
        ("Говорили об Омской и Томской областях.", [("region", "Омская область"), ("region", "Томская область")]),
        ("Главы Донецкой и Луганской народных республик приехали.",
         [("region", "Донецкая Народная Республика"), ("region", "Луганская Народная Республика")]),
        ("Гости из Республики Беларусь прибыли.", [("country", "Беларусь")]),
        ("Президент Киргизской Республики прибыл.", [("country", "Кыргызстан")]),
        ("Мэр белорусской столицы рад.", [("city", "Минск")]),
        ("Столица Татарстана ждёт.", [("city", "Казань")]),
        ("Мэр столицы Приволжья ответил.", [("city", "Нижний Новгород")]),
        ("Рядом с городом Шачэ построят завод.", [("city", "Шачэ")]),
        ("Побратим — немецкий Зуль.", [("city", "Зуль")]),
        ("Стороны посетили Северо-Западный административный округ Москвы.",
         [("city", "Северо-Западный административный округ Москвы")]),
        ("МИНСК, 12 фев – Агентство. Тепло.", [("city", "Минск")]),
        ("Петропавловск-Камчатский городской округ растёт.", [("city", "Петропавловск-Камчатский")]),
        ("Старосту Элкского повята ждут в мэрии.", [("region", "Элкский повят")]),
        ("Приехали гости из муниципального района Невельский.", [("region", "Невельский район")]),
        ("Питомник заложили в Глубоком.", [("city", "Глубокое")]),
        ("Гости ехали из Вышнего Волочка.", [("city", "Вышний Волочёк")]),
        ("Школьники Твери (тогда Калинина) писали в Орёл.",
         [("city", "Тверь"), ("city", "Тверь"), ("city", "Орёл")]),
        ("Письмо пришло в Коста Рика и Эмираты.", [("country", "Коста-Рика"), ("country", "ОАЭ")]),
        ("Республики бывшего СССР торгуют.", [("country", "СССР")]),
        ("Заводы Приволжского федерального округа растут.", [("region", "Приволжский федеральный округ")]),
    ],
)  # fmt: skip
def test_words_around_a_name_decide(text: str, found: list[tuple[str, str]]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Цветы возложили на площади Победы и в парке Победы.",
        "Теплоход шёл по реке Ишим.",
        "Белорусская продукция нравится российским покупателям.",
        "Делегация изучила опыт Европы, Сибири и Поволжья.",
        "Адрес музея: ул. Советская, 11, за Московским проспектом.",
        "Асфальт обновят на улицах Кирова и Свердлова.",
        "Озёрный край ждёт гостей.",
        "Наши районы граничат. Соседние районы тоже.",
        "Говорили о сайтах в зоне .РФ и о гостях в Белом доме.",
        "Город на Бегее и район на Десне дружат.",
        "Задача-максимум решена. Концерт дали для Дома-интерната.",
        "Вручили медаль Героя Советского Союза.",
    ],
)
def test_no_place_of_ours(text: str) -> None:
    assert places(text) == []


def test_the_country_in_brackets_tells_which_of_two_towns() -> None:
    layout = lay_out("Армавир (Армения) и Армавир (Россия) — тёзки.")
    names = [name for name in find_names(layout, tag(layout)) if name.type == "city"]
    assert [name.country for name in names] == ["AM", "RU"]


def test_a_district_takes_the_region_of_its_own_name() -> None:
    layout = lay_out("Псковский район дружит с нами.")
    assert [name.geonames for name in find_names(layout, tag(layout))] == [504335]


def test_a_surname_that_is_a_town_and_a_town_that_is_a_name() -> None:
    assert places("Владимир Орлов и Павел Киров выступили. Киров ответил на вопросы.") == []
    assert places("Делегации Кирова и Владимира прибыли в Орёл.") == [
        ("city", "Киров"),
        ("city", "Владимир"),
        ("city", "Орёл"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Акция прошла на Черниговщине.", [("region", "Черниговская область")]),
        ("Приехали мастера из Калинкович.", [("city", "Калинковичи")]),
        ("Мэр Ниша рад встрече.", [("city", "Ниш")]),
        ("Гостей пригласили в Воеводину.", [("region", "Воеводина")]),
        ("Спектакль шёл на форуме «Соловьиный край».", []),
        ("Делегация прибыла, а Семей направил артистов.", [("city", "Семей")]),
        ("Ровно в десять всё началось.", []),
        ("Гости из Сталинграда были в Ковентри.", [("city", "Сталинград"), ("city", "Ковентри")]),
        ("ПОДПИСАН ДОГОВОР МЕЖДУ ТОБОЛЬСКОМ И МОГИЛЁВОМ", [("city", "Тобольск"), ("city", "Могилёв")]),
        ("Договор района Могилевской области Республики Беларусь готов.",
         [("region", "Могилёвская область"), ("country", "Беларусь")]),
    ],
)  # fmt: skip
def test_lands_and_forms_that_the_dictionary_takes_for_other_words(text: str, found: list[tuple[str, str]]) -> None:
    assert places(text) == found


def test_the_head_of_a_town_that_is_not_named() -> None:
    layout = lay_out("Глава города Илья Сухих вручил макет.")
    assert [(name.type, name.name) for name in find_names(layout, tag(layout))] == [("person", "Илья Сухих")]
