"""Ties told in lists and in what follows them."""

from __future__ import annotations

from tests.reading.records.facts import facts


def ties(text: str) -> list[tuple[str, frozenset[str], str]]:
    found = facts(text, "partnership", "kind", "parties", "status")
    return [(kind, frozenset(parties), status) for kind, parties, status in found]


def test_a_question_on_partners_is_answered_by_a_list() -> None:
    text = (
        "Орша дружит с городами России. "
        "А сколько партнёров у Орши? Судя по сайту, это грузинский Рустави, узбекский Алмалык, армянский Гюмри."
    )
    assert ties(text) == [
        ("partner", frozenset({"Орша", "Рустави"}), "active"),
        ("partner", frozenset({"Орша", "Алмалык"}), "active"),
        ("partner", frozenset({"Орша", "Гюмри"}), "active"),
    ]


def test_each_town_has_its_own_twin() -> None:
    text = "Города республики – побратимы турецких. У Казани – с Анкарой, Елабуги – с Измиром."
    assert ties(text) == [
        ("twin", frozenset({"Казань", "Анкара"}), "active"),
        ("twin", frozenset({"Елабуга", "Измир"}), "active"),
    ]


def test_cooperation_is_ended_as_ties_of_twins_are() -> None:
    text = (
        "Польские города разрывают отношения с побратимами. "
        "Варшава разорвала отношения с Москвой. Гданьск прекратил сотрудничество с Калининградом."
    )
    assert ties(text) == [
        ("twin", frozenset({"Варшава", "Москва"}), "ended"),
        ("twin", frozenset({"Гданьск", "Калининград"}), "ended"),
    ]


def test_two_that_break_with_others_are_no_twins() -> None:
    assert ties("Отношения с российскими городами-побратимами разорвали польские города Варшава и Гданьск.") == []


def test_work_on_a_tie_is_no_tie_yet() -> None:
    text = "Омск и Гюмри дружат. Проводится работа по установлению побратимских связей между Омском и Гюмри."
    assert ("twin", frozenset({"Омск", "Гюмри"}), "planned") in ties(text)


def test_friendship_of_countries_is_no_tie_of_towns() -> None:
    text = "Делегация Бреста приехала в Пензу. Россию и Беларусь связывают давние дружеские отношения."
    assert ties(text) == []


def test_a_row_goes_on_behind_a_name_that_nobody_knows() -> None:
    text = (
        "Орша отметила праздник. "
        "К нам прибыли делегации из городов-партнёров: Гусева и Владимира, Зюзюбинска, а также Седльце и Лемборка."
    )
    assert {parties for _, parties, _ in ties(text)} == {
        frozenset({"Орша", town}) for town in ("Гусев", "Владимир", "Седльце", "Лемборк")
    }


def test_links_with_bodies_or_of_regions_unnamed_are_no_ties() -> None:
    for sentence in (
        "Важно иметь прочные партнёрские связи с различными ведомствами.",
        "Визит прошёл в рамках работы по установлению дружественных отношений между регионами Беларуси и Литвы.",
    ):
        assert ties("Делегация Омской области прибыла в Гродно. " + sentence) == []


def test_a_list_of_the_following_towns() -> None:
    text = "Самарканд является побратимом следующих городов: Самара и Красноярск (Россия), Лион (Франция)."
    others = {name for two in facts(text, "partnership", "parties") for name in two[0]} - {"Самарканд"}
    assert others == {"Самара", "Красноярск", "Лион"}


def test_the_oblast_that_a_twin_lies_in_is_no_twin() -> None:
    text = (
        "В списке городов-побратимов Орши появился ещё один – город Спитак, который находится на юго-западе Лорийской "
        "области. Делегация Спитака посетила Оршу."
    )
    assert [set(two[0]) for two in facts(text, "partnership", "parties")] == [{"Орша", "Спитак"}]


def test_a_partner_told_of_behind_twins_is_a_partner() -> None:
    text = "Омск и Минск станут побратимами. У Омска есть ещё один город-партнёр — это Брест."
    assert sorted(facts(text, "partnership", "parties", "kind")) == [
        (["Брест", "Омск"], "partner"),
        (["Минск", "Омск"], "twin"),
    ]


def test_such_towns_are_the_twins_told_of_before() -> None:
    text = (
        "У Пензы 14 городов-побратимов в разных странах. Они есть в Болгарии и Венгрии.\n\n"
        "В Беларуси у Пензы три таких города: Могилев, Гродно и Бобруйск."
    )
    listed = ("Могилёв", "Гродно", "Бобруйск")
    assert ties(text) == [("twin", frozenset({"Пенза", other}), "active") for other in listed]


def test_towns_that_are_such_as_others_are_no_twins() -> None:
    assert ties("У Омска есть побратимы. Через такие города, как Тюмень и Курган, проходит дорога дружбы.") == []


def test_the_new_one_of_a_list_of_twins_is_a_twin() -> None:
    text = "Список побратимов Самары пополнился.\n\nПодписан договор об установлении братских связей с городом Лида."
    assert ties(text) == [("twin", frozenset({"Самара", "Лида"}), "active")]


def test_whoever_comes_besides_the_twins_is_none() -> None:
    text = (
        "В Гродно приехали гости из городов-побратимов: Лиможа (Франция), Миндена (Германия), а также друзья из "
        "соседних стран – городов Алитус, Друскининкай."
    )
    assert ties(text) == [("twin", frozenset({"Гродно", other}), "active") for other in ("Лимож", "Минден")]


def test_another_that_breaks_with_its_twin_is_none_of_theirs() -> None:
    text = (
        "Ковель разорвал побратимские отношения с российским Ржевом. "
        "О намерении прекратить сотрудничество с городом-побратимом заявил и Луцк."
    )
    assert ties(text) == [("twin", frozenset({"Ковель", "Ржев"}), "ended")]


def test_guests_of_twins_are_named_where_they_come_from() -> None:
    text = (
        "Делегации городов-побратимов поздравили Гомель с днём города.\n\nДелегации из Ростова-на-Дону (Россия) и "
        "Нови-Сада (Сербия) преодолели тысячу километров."
    )
    assert ties(text) == [("twin", frozenset({"Гомель", other}), "active") for other in ("Ростов-на-Дону", "Нови-Сад")]


def test_the_only_twin_is_the_one_named_next() -> None:
    text = (
        "Сейчас у Благовещенска есть один город-побратим. Это Удаляньчи, находящийся рядом с Хэйхэ. "
        "Благовещенск и Хэйхэ подписали протокол."
    )
    assert ties(text) == [("twin", frozenset({"Благовещенск", "Удаляньчи"}), "active")]


def test_who_joins_twins_is_the_twin_of_the_town_not_of_the_last() -> None:
    text = (
        "Первым побратимом Омска стала Варна. В 1985 году появился второй побратим – Гданьск. "
        "Позже к ним добавился Лион."
    )
    assert ("twin", frozenset({"Омск", "Лион"}), "active") in ties(text)
    assert all("Омск" in parties for _, parties, _ in ties(text))
