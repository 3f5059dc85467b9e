"""Interviews. All people, meetings and words are invented."""

import pytest

HEADLINE = "Мэр Орши Иван Петров: «Дружба городов крепнет»\n\nРедакция расспросила его о поездке.\n\n"
PETROV = "Иван Петров"
FIRST = "Побратимами города стали весной, праздник удался."
SECOND = "Летом сюда приедут школьники, лагерь готов."
LEADS = [
    HEADLINE,
    "О поездке в Тверь беседуем с мэром Орши Иваном Петровым.\n\n",
    "Тверь и Орша – побратимы\n\nО том, как прошла поездка, рассказал мэр Орши Иван Петров.\n\n",
    "Наш корреспондент Ольга Белова побеседовала с мэром Орши Иваном Петровым.\n\n",
    "На вопросы газеты ответил мэр Орши Иван Петров. Вместе с ним в Твери побывал и Олег Зуев.\n\n",
]
TALKS = [
    f"– Что вы увидели в Твери?\n\n– {FIRST}\n\n– Кого ждать в гости?\n\n– {SECOND}\n\nБеседовала Ольга Белова",
    f"— Скажите, как прошла поездка.\n— {FIRST}\n— Кого вы ждёте в гости?\n— {SECOND}\n\nФото: Олег Зуев.",
    f"Что вы увидели в Твери?\n\n{FIRST}\n\nКого вы ждёте в гости?\n\n{SECOND}",
    f"Что вы увидели в Твери?\n\n– {FIRST}\n\nКого ждать в гости?\n\n– {SECOND}\n\nБеседовал О. Зуев.",
    f"Корреспондент: Что вы увидели в Твери?\n\nИ. П.: {FIRST}\n\nКорреспондент: А летом?\n\nИ. П.: {SECOND}",
    f"— Иван Ильич, поездка удалась?\n— {FIRST}\n— Планируются ли новые встречи?\n— {SECOND}",
    f"Корр.: Иван Ильич, что вы увидели?\n\n{FIRST}\n\nКорр.: А летом?\n\n{SECOND}",
]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("talk", TALKS)
def test_who_answers_is_named_in_the_lead(said, lead, talk) -> None:
    assert [quote for quote in said(lead + talk) if quote[2] in (FIRST, SECOND)] == [
        (PETROV, "direct", FIRST),
        (PETROV, "direct", SECOND),
    ]
    assert not [quote for quote in said(lead + talk) if "?" in quote[2] or quote[2].startswith("Скажите")]


def test_an_answer_goes_on_in_the_next_paragraph_but_not_in_a_heading(said) -> None:
    text = f"– Что вы увидели в Твери?\n\n– {FIRST}\n\nНам понравилось.\n\nО ДЕТЯХ\n\n– А летом?\n\n– {SECOND}\n\n" \
           "Орша – город в Беларуси."
    assert [quote[2] for quote in said(HEADLINE + text)][-2:] == [f"{FIRST} … Нам понравилось.", SECOND]


@pytest.mark.parametrize(
    "text",
    [
        f"Тверь и Орша дружат.\n\n– Что вы увидели?\n\n– {FIRST}\n\n– А летом?\n\n– {SECOND}",  # nobody is named
        f"{HEADLINE}– Что вы увидели в Твери?\n\n– {FIRST}",  # one question only
        f"{HEADLINE}Что такое побратимы?\n\n{FIRST}\n\nЧто будет летом?\n\n{SECOND}",  # headings, no talk
        f"{HEADLINE}– А вы были в Твери?\n\n– {FIRST} – сказал глава Твери Олег Зуев.\n\nВсе засмеялись.\n\n{SECOND}",
        f"Беседуем с Иваном Петровым и Анной Сидоровой.\n\n– Что вы видели?\n\n– {FIRST}\n\n– А летом?\n\n– {SECOND}",
        f"{HEADLINE}Чем живёт город?\n\n{FIRST}\n\nКак проехать к вам?\n\n{SECOND}",
    ],
)
def test_no_interview(said, text) -> None:
    assert not [quote for quote in said(text) if quote[0] == PETROV and (FIRST in quote[2] or SECOND in quote[2])]
