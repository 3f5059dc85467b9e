"""Names of people in the nominative: gender, case, patronymics, names that no dictionary has."""

from __future__ import annotations

import pytest

from pobratim.reading.declension import bases
from pobratim.reading.people import find_people
from pobratim.reading.segments import lay_out
from pobratim.reading.tagger import Tagged, tag


def people(text: str) -> list[str]:
    layout = lay_out(text)
    return [name.name for name in find_people(layout, tag(layout))]


@pytest.mark.parametrize(
    ("form", "gender", "nominative"),
    [
        ("кухарева", "m", "кухарев"),
        ("кухаревым", "m", "кухарев"),
        ("кухаревой", "f", "кухарева"),
        ("чайковского", "m", "чайковский"),
        ("чайковской", "f", "чайковская"),
        ("мороза", "m", "мороз"),
        ("мороз", "f", "мороз"),
        ("шевченко", "m", "шевченко"),
        ("седых", "f", "седых"),
        ("киселю", "m", "кисель"),
        ("паслером", "m", "паслер"),
        ("вучичем", "m", "вучич"),
        ("пашиняна", "m", "пашинян"),
        ("цзинчуанем", "m", "цзинчуань"),
        ("середы", "f", "середа"),
        ("саакашвили", "m", "саакашвили"),
        ("боцан-харченко", "m", "боцан-харченко"),
        ("петрова-водкина", "m", "петров-водкин"),
    ],
)
def test_a_form_may_come_from_its_nominative(form: str, gender: str, nominative: str) -> None:
    assert nominative in [base.form for base in bases(form, gender)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Гостей принял мэр Омска Сергей Петрович Лебедько.", ["Сергей Лебедько"]),
        ("Слово дали Ким Ольге Викторовне.", ["Ольга Ким"]),
        ("На встрече с губернатором Денисом Паслером говорили о дорогах.", ["Денис Паслер"]),
        ("Награду вручили директору школы Анне Мороз.", ["Анна Мороз"]),
        ("Письмо пришло от Мейрима Калауи.", ["Мейрим Калауи"]),
        ("Делегацию возглавил Хас-Магомед Эдильгериев.", ["Хас-Магомед Эдильгериев"]),
        ("С докладом выступил Станислав Прокопович.", ["Станислав Прокопович"]),
        ("Посол Ёшинори Фуджисава посетил завод.", ["Ёшинори Фуджисава"]),
        ("Текст и фото П. ВОРОБЕЙЧИК", ["П. Воробейчик"]),
        ("Гости приехали. Завод открыт.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert people(text) == names


def test_other_mentions_decide_what_a_form_leaves_open() -> None:
    assert (
        people("Слова Александра Рыбакова приняли тепло. Александр Рыбаков улыбнулся.")
        == ["Александр Рыбаков"] * 2
    )
    assert (
        people("Александра Рыбакова улыбнулась. Речь Александры Рыбаковой приняли тепло.")
        == ["Александра Рыбакова"] * 2
    )


def test_name_and_patronymic_belong_to_the_one_named_in_full() -> None:
    assert people("Степан Попов открыл встречу. Степан Вячеславович поблагодарил гостей.") == [
        "Степан Попов",
        "Степан",
    ]


def test_spans_of_the_tagger_may_be_nonsense() -> None:
    layout = lay_out("« — 2024 ( Иван")
    assert find_people(layout, [Tagged(0, 3, "PER"), Tagged(3, 4, "PER")]) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Выступила Дикун Мария.", ["Мария Дикун"]),
        ("Гости поздравили Сергея Лосева с юбилеем.", ["Сергей Лосев"]),
        ("Гости поздравили С. Лосева с юбилеем.", ["С. Лосев"]),
        ("Документ подписан Слободаном Вучевичем.", ["Слободан Вучевич"]),
        ("Благодарность вручили Ван Чжэньдуну.", ["Ван Чжэньдун"]),
        ("На встрече с Цуй Шаочунем говорили о дорогах.", ["Цуй Шаочунь"]),
        ("Письмо передали Евгению Кравцу.", ["Евгений Кравец"]),
        ("Гости поздравили Вячеслава Зайца.", ["Вячеслав Заяц"]),
        ("Выступила Наталья Ивановна Бондарь.", ["Наталья Бондарь"]),
        ("Мэр г. Нанао Тяги Ёситака рад.", ["Тяги Ёситака"]),
        ("Пришёл председатель Слуцкого РИК А.Н.Борисевич.", ["А. Борисевич"]),
        ("Награды вручили Ирине Хмаре и Н.Ю. Скибе.", ["Ирина Хмара", "Н. Скиба"]),
    ],
)
def test_order_verbs_and_syllables_tell_the_nominative(text: str, names: list[str]) -> None:
    assert people(text) == names
