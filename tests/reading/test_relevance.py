"""Relevance: what is about cooperation between places, and what only looks like it."""

from __future__ import annotations

import pytest

import pobratim
from pobratim.model.document import Document
from pobratim.reading.context import Context
from pobratim.reading.names.entities import find_entities
from pobratim.reading.names.places.seats import with_seats
from pobratim.reading.relevance import THRESHOLD, Features, features
from pobratim.reading.text.segments import lay_out


@pytest.mark.parametrize(
    "text",
    [
        # a region and a country, told by figures and a guest, with no word of an agreement
        "Посол Беларуси побывал в Костроме. Губернатор области рассказал гостю, что товарооборот вырос на пятую часть: "
        "лён, ткани, лифты.",
        # two places that no authority speaks for
        "Пожарные из Лиды приехали в Торжок. Хозяева показали технику, осенью ждут ответный визит.",
        # a trade show
        "В Тюмени открылась ярмарка белорусских товаров. Разрешение на торговлю подписал мэр.",
        # by adjectives and people only
        "Могилёвские школьники гостят у псковичей. Поездку устроила администрация города.",
        # two regions of one country
        "Главы Калужской и Тульской областей подписали соглашение о сотрудничестве. Регионы займутся туризмом.",
        # a state with a part of another, told by a working group and a minister of the part
        "Товарооборот Чувашии и Беларуси вырос. На заседании рабочей группы по сотрудничеству выступил министр "
        "промышленности Чувашии.",
        # two schools
        "Гимназисты из Касселя неделю жили в ярославских семьях. Это ответный визит, гости ходили на уроки.",
        # twins of which only one is known by name
        "Город-побратим из-за океана прислал Вологде колокол. О побратимстве договорились мэры.",
    ],
)
def test_cooperation_of_places_is_relevant(text: str) -> None:
    assert pobratim.read(text).relevance >= THRESHOLD


@pytest.mark.parametrize(
    "text",
    [
        # states among themselves
        "Президенты России и Казахстана провели переговоры в Астане. Лидеры подписали совместное заявление.",
        "Премьер-министр прибыл с визитом в Пекин. Делегацию сопровождают министры, подписаны межправительственные "
        "соглашения.",
        "Посол Польши вызван в МИД Беларуси. Ему вручена нота протеста.",
        # authorities at home
        "Мэр Самары провёл совещание. Подрядчики отчитались перед администрацией города о ремонте дорог.",
        "Председатель облисполкома посетил хозяйства Гродненского района и остался доволен.",
        "Президент начал рабочую поездку в Хатлонскую область. Главу государства встретил председатель области.",
        "Торжество ко Дню музеев пройдёт в Витебске. Дипломы Министерства культуры Беларуси получат сто человек.",
        # people and goods that travel
        "Автобус Брест — Варшава опоздал на пять часов. Пассажиры ждали на границе.",
        "Хоккеисты из Омска обыграли в Минске местную команду, тренер доволен матчем.",
        # crime
        "Полиция Брянска задержала жителя Гомеля с поддельными документами, возбуждено уголовное дело.",
    ],
)
def test_other_news_is_not(text: str) -> None:
    reading = pobratim.read(text)
    assert reading.relevance < THRESHOLD and reading.records == ()


def counted(text: str) -> Features | None:
    document = Document(text=text, source="", language="ru")
    layout = lay_out(text)
    return features(Context(document, layout, with_seats(find_entities(layout)), ()))


def test_homes_meet_when_neither_lies_in_the_other() -> None:
    found = {
        text: counted(f"{text} обсудили сотрудничество.")
        for text in ("Омск и Омская область", "Омск и Томск", "Омск и Беларусь", "Россия и Беларусь")
    }
    assert [values.crossing if values else None for values in found.values()] == [0, 1, 1, 0]


def test_adjectives_and_people_stand_for_their_places() -> None:
    values = counted("Гомельская техника понравилась туляку.")
    assert values is not None and values.crossing == 1


def test_adjectives_that_name_no_place_do_not() -> None:
    assert counted("Советские воины лежат в братской могиле в Омске.") is None


def test_what_names_no_two_homes_and_no_cooperation_is_settled_without_a_score() -> None:
    assert counted("В Омске прошёл дождь.") is None
    assert pobratim.read("В Омске прошёл дождь.").relevance == 0.02


def test_somebody_acts_for_a_place_by_a_title_or_an_authority() -> None:
    values = counted("Мэр Омска и глава Мингорисполкома обсудили связи. Потом поехали в Томск.")
    assert values is not None and values.acting == 2


def test_capitals_are_counted_apart() -> None:
    values = counted("Москва и Минск обсудили сотрудничество с Омском и Гомелем.")
    assert values is not None and values.capitals == 0.5


def test_a_government_of_a_region_is_no_states() -> None:
    own = counted("Правительство Тульской области и министр торговли Мордовии обсудили поставки.")
    states = counted("Правительство и министр торговли приехали в Саранск, обсудили поставки с Тулой.")
    assert own is not None and (own.state, own.local) == (0, 2)
    assert states is not None and (states.state, states.local) == (2, 0)


def test_what_brings_places_together_is_known_by_two_words() -> None:
    values = counted("В Орше открылся форум городов и регионов. Рабочая группа по сотрудничеству соберётся в Уфе.")
    assert values is not None and values.assembly == 2


def test_a_bare_list_of_twins_is_relevant() -> None:
    text = "Города-побратимы Гродно\n\n1. Белосток (Польша)\n2. Друскининкай (Литва)\n3. Череповец (Россия)"
    assert pobratim.read(text).relevance >= THRESHOLD
