"""Who comes on a visit, and where to: lists of guests and of places visited. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts


def sides(text: str, kind: str) -> list[list[str]]:
    return [parties for told, parties in facts(text, "event", "kind", "parties") if told == kind]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "На юбилей города в Пермь прибыли делегации Оксфорда, Луисвилла, Дуйсбурга и Циндао.",
            ["Дуйсбург", "Луисвилл", "Оксфорд", "Пермь", "Циндао"],
        ),
        (
            "В Полоцк на День города приехали гости из Великих Лук, Венспилса (Латвия) и Обнинска.",
            ["Великие Луки", "Венспилс", "Обнинск", "Полоцк"],
        ),
        (
            "Поздравить хабаровчан прибыли первые лица городов-побратимов: Харбина и Ниигаты. Хабаровску 160 лет.",
            ["Ниигата", "Хабаровск", "Харбин"],
        ),
        ("В столицу Татарстана прибыли мэры Бишкека, Душанбе и Ташкента.", ["Бишкек", "Душанбе", "Казань", "Ташкент"]),
        ("Омская, тарская и уфимская делегации посетили Брест. Омск, Тара и Уфа – его побратимы.",
         ["Брест", "Омск", "Тара", "Уфа"]),
        (
            "Делегация Мозыря во главе с Петром Лаптевым посетила города-побратимы Северодвинск и Архангельск.",
            ["Архангельск", "Мозырь", "Северодвинск"],
        ),
        ("Делегация Омска посетила Минск. Омск дружит также с Люблином, Пуханом и Карагандой.", ["Минск", "Омск"]),
        ("Делегация Гомеля приехала в Брянск, по пути миновав Новозыбков, Клинцы и Унечу.", ["Брянск", "Гомель"]),
    ],
)
def test_all_of_a_list_come_or_are_visited(text: str, parties: list[str]) -> None:
    assert sides(text, "visit") == [parties]


def test_guests_in_one_row_are_one_side_of_a_meeting() -> None:
    text = "В мэрии Омска состоялась встреча с представителями Бреста и Лиды."
    assert sides(text, "meeting") == [["Брест", "Лида", "Омск"]]
    assert sides("Делегации Бреста и Лиды встретились в Омске.", "meeting") == [["Брест", "Лида"]]


def test_a_camp_that_takes_in_pupils_meets_nobody() -> None:
    assert sides("В июне лагерь принял школьников городов-побратимов Бреста и Лиды.", "meeting") == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Делегация Бреста приняла участие в праздновании Дня города Омска.", ["Брест", "Омск"]),
        ("Учителя из Тулы прошли стажировку в Бресте.", ["Брест", "Тула"]),
        ("Хор ветеранов из Речицы дал концерт в Клинцах.", ["Клинцы", "Речица"]),
        ("На юбилей Новополоцка съехались гости из Одинцова и Омска.", ["Новополоцк", "Одинцово", "Омск"]),
    ],
)
def test_what_guests_did_there_says_that_they_came(text: str, parties: list[str]) -> None:
    assert sides(text, "visit") == [parties]


def test_nobody_came_to_a_feast_of_his_own_town() -> None:
    assert sides("Делегация Твери приняла участие в параде в Твери.", "visit") == []
    assert sides("В Бресте китайская сторона провела выставку. Её привезли из Харбина.", "visit") == []


def test_a_general_word_means_the_other_place() -> None:
    text = "Делегация Бреста побывала в Омске. В прошлом году делегация Омска посетила город."
    assert sides(text, "visit") == [["Брест", "Омск"], ["Брест", "Омск"]]
    text = "Брест и Омск дружат. Поздравить город-побратим с праздником прибыла делегация Бреста."
    assert sides(text, "visit") == [["Брест", "Омск"]]


def test_heads_of_state_meet_for_their_states() -> None:
    text = "Глава Витебска Иван Тихий принял гостей из Омска. Витебск и Омск – побратимы. "
    text += "Накануне президент Беларуси Пётр Лаптев провёл переговоры с президентом России Олегом Савицким."
    assert sides(text, "meeting") == [["Витебск", "Омск"], ["Беларусь", "Россия"]]


def test_officials_meet_for_what_they_govern_whichever_town_the_guests_came_to() -> None:
    text = "В Брест прибыл губернатор Омской области Пётр Лаптев. Председатель Брестского облисполкома Иван Тихий "
    text += "провёл с ним переговоры."
    assert sides(text, "meeting") == [["Брестская область", "Омская область"]]


def test_talks_without_a_subject_are_of_the_guests_and_their_hosts() -> None:
    text = "Глава Томска Иван Тихий прибыл с визитом в Брест. С мэром Бреста Петром Лаптевым обсудили обмены."
    assert sides(text, "meeting") == [["Брест", "Томск"]]
    text = "Делегация Томска прибыла в Брест. В администрации города обсудили обмен школьниками."
    assert sides(text, "meeting") == [["Брест", "Томск"]]
    assert sides("Делегация Томска прибыла в Брест. Жители Бреста обсудили ремонт улиц.", "meeting") == []


def test_who_comes_for_a_body_comes_from_no_place() -> None:
    text = "Брест и Омск – побратимы. В мае Омск посетит руководитель фонда «Мир и лад» Пётр Лаптев."
    assert ["Брест", "Омск"] not in sides(text, "visit")


def test_the_land_before_a_capital_says_what_the_city_is() -> None:
    assert sides("Мэр Улан-Батора прибыл в столицу Бурятии Улан-Удэ.", "visit") == [["Улан-Батор", "Улан-Удэ"]]


def test_the_days_to_come_of_guests_who_have_come_are_of_the_same_visit() -> None:
    text = "Делегация Омска прибыла в Брест. Гости пробудут в городе до пятницы."
    assert sides(text, "visit") == [["Брест", "Омск"]]


def test_who_represents_a_town_came_with_the_others() -> None:
    text = "В Борисов прибыли делегации Подольска и Ельца. Малоярославец представляла вице-мэр Анна Белова."
    assert sides(text, "visit") == [["Борисов", "Елец", "Малоярославец", "Подольск"]]


def test_buses_by_number_are_no_guests() -> None:
    assert sides("В Омск прибыли пять новых белорусских троллейбусов из Минска.", "visit") == []


def test_guests_of_several_countries_are_of_one_level() -> None:
    text = "Мэр Омска Пётр Лаптев принял делегации из Болгарии и Словакии. Ловеч – побратим Омска."
    assert sides(text, "meeting") == [["Болгария", "Омск", "Словакия"]]


def test_whoever_is_met_does_not_see_the_site() -> None:
    text = "Премьер-министр Беларуси Иван Тихий встретится в Омске с губернатором Омской области Петром Лаптевым и "
    text += "посетит завод «Луч»."
    assert sides(text, "tour") == [["Беларусь", "Омск"]]


def test_a_reception_of_residents_is_no_meeting_of_places() -> None:
    text = "Глава Омска Пётр Лаптев провёл приём граждан. Анна Белова из Бреста попросила о жилье."
    assert sides(text, "meeting") == []


def test_who_is_received_where_nobody_is_named_as_host_came_there() -> None:
    text = "24 июня в Минске принимали мэра Омска Петра Лаптева. Города развивают сотрудничество."
    assert facts(text, "event", "kind", "place", "parties", published="2025-06-30") == [
        ("visit", "Минск", ["Минск", "Омск"])
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "В Минске принимали заявления от студентов Омска.",
        "Мэр Омска и председатель Мингорисполкома встретили рассвет на набережной.",
        "На вокзале Омска мэра города Петра Лаптева встретили журналисты.",
    ],
)
def test_things_received_are_no_guests(sentence: str) -> None:
    assert sides("Омск и Минск – города-побратимы. " + sentence, "visit") == []


def test_what_holds_a_rank_stays_nowhere() -> None:
    text = (
        "В Омске прошла встреча губернатора Омской области Петра Лаптева с делегацией Бреста. В 2022 году Китай "
        "находился на втором месте среди основных партнёров региона."
    )
    assert ("visit", "2022") not in facts(text, "event", "kind", "date")


def test_mutual_visits_are_of_both() -> None:
    text = "Омск и Брест подписали соглашение. После открытия границ планируются взаимные визиты делегаций."
    assert ("visit", ["Брест", "Омск"], None, "planned") in facts(text, "event", "kind", "parties", "place", "status")


def test_mutual_visits_that_help_are_no_journey() -> None:
    text = "Омск и Брест дружат. Взаимные визиты делегаций помогают лучше узнать друг друга."
    assert ("visit",) not in facts(text, "event", "kind")


def test_who_came_to_us_came_to_the_other_town() -> None:
    text = (
        "Подписан меморандум между Омском и Павлодаром. Омск принимает гостей.\n\n"
        "К нам приехали наши коллеги из города-побратима Павлодара."
    )
    assert ("visit", "Омск", ["Омск", "Павлодар"]) in facts(text, "event", "kind", "place", "parties")


def test_one_of_many_who_congratulate_is_not_the_host() -> None:
    text = (
        "Юбилей Могилёва отметили гости. Более 40 делегаций посетили Могилёв. Поздравили его посольства Азербайджана, "
        "Германии, Грузии, Китая, Литвы. Кроме того, прибыли делегации из областных центров Беларуси и российских "
        "Брянска, Омска, Тулы. У Могилёва 18 городов-побратимов, подписаны соглашения о сотрудничестве."
    )
    assert {place for kind, place in facts(text, "event", "kind", "place") if kind == "visit"} == {"Могилёв"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Также на 60-летие Бреста прибудут гости из города-побратима Мытищи.", ["Брест", "Мытищи"]),
        ("Встретили в аэропорту делегацию Бреста. Теперь гостей ждёт Омск. Омск и Брест дружат.", ["Брест", "Омск"]),
        (
            "Мэр Омска Пётр Лаптев встретился с бизнес-делегацией, которую возглавил мэр Бреста Иван Савицкий.",
            ["Брест", "Омск"],
        ),
    ],
)
def test_guests_come_to_a_feast_to_those_who_write_and_with_their_head(text: str, parties: list[str]) -> None:
    assert ("visit", parties) in facts(text, "event", "kind", "parties")


def test_who_is_named_before_the_verb_heads_the_delegation() -> None:
    told = "Мэр Омска Пётр Лаптев возглавил делегацию, которая провела переговоры с мэром Бреста Иваном Савицким."
    visits = [people for kind, people in facts(told, "event", "kind", "participants") if kind == "visit"]
    assert visits == [["Пётр Лаптев"]]


def test_a_delegation_that_will_take_part_has_not_come_yet() -> None:
    told = "Делегация Омска примет участие в Брестской ярмарке. Делегацию возглавляет мэр Омска Пётр Лаптев. Брест рад."
    statuses = [status for kind, status in facts(told, "event", "kind", "status") if kind == "visit"]
    assert statuses in ([], ["planned"])


def test_a_visit_that_hosts_are_thanked_for_is_the_one_told() -> None:
    text = "Делегация Санкт-Петербурга находится с визитом в Белграде. Губернатор Пётр Лаптев встретился с министром "
    text += "Сербии Иваном Тихим и поблагодарил его за помощь в организации визита и встреч с коллегами."
    assert sides(text, "visit") == [["Белград", "Санкт-Петербург"]]


def test_who_is_named_last_before_the_phrase_is_who_came() -> None:
    met = "Посол России в Беларуси Борис Тихий встретился с губернатором Омской области Иваном Лаптевым, "
    assert sides(met + "прибывшим в Минск во главе делегации.", "visit") == [["Минск", "Омская область"]]
    assert sides(met + "который прибыл в Минск с визитом.", "visit") == [["Минск", "Омская область"]]
