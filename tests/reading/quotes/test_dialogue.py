"""Talks of several people, each turn under its label. All people and words are invented."""

import pytest

LEAD = "О дружбе рассказали мэр Орши Иван Петров и глава Твери Анна Сидорова.\n\n"
PETROV, SIDOROVA = "Подпишем план летом.", "Откроем школу ремёсел."


@pytest.mark.parametrize(
    "talk",
    [
        f"Иван Петров: – {PETROV}\n\nАнна Сидорова: – {SIDOROVA}",
        f"И. Петров: {PETROV}\n\nА. Сидорова: {SIDOROVA}",
        f"– Что дальше?\n\nПетров: {PETROV}\n\n– А потом?\n\nСидорова: {SIDOROVA}",
        f"И. П.: {PETROV}\n\nА. С.: {SIDOROVA}",
        f"И. Петров. – {PETROV}\n\nА. Сидорова. – {SIDOROVA}",
    ],
)
def test_each_turn_is_of_whom_its_label_names(said, talk) -> None:
    assert said(LEAD + talk) == [("Иван Петров", "direct", PETROV), ("Анна Сидорова", "direct", SIDOROVA)]


def test_a_label_of_nobody_in_the_text_or_only_one_is_no_talk(said) -> None:
    assert said(f"{LEAD}Источник: Орша.\n\nФото: Тверь.") == []
