"""Documents to read, as JSON lines: short invented news, as many as are asked for; the same seed gives the same."""

from __future__ import annotations

import json
import random
from pathlib import Path

from benchmarks.speed.texts import sample_texts

_CITIES = ("Минск", "Омск", "Томск", "Тверь", "Рязань", "Брянск", "Гомель", "Витебск", "Пенза", "Казань")
_SURNAMES = ("Примеров", "Образцов", "Учебников", "Тетрадкин", "Страницын")
_FIELDS = ("культуры", "образования", "здравоохранения", "спорта", "туризма", "торговли")
_RELEVANT = (
    "Делегация города {left} посетила город {right} {day} мая {year} года.",
    "Мэр города {left} Иван {surname} рассказал о планах в сфере {field}.",
    "{left} и {right} подписали соглашение о сотрудничестве {day} июня {year} года.",
    "Стороны обсудили сотрудничество городов-побратимов в сфере {field}.",
)
_OTHER = (
    "В лесу под городом {left} прошёл дождь, грибники вернулись с полными корзинами.",
    "Команда школы номер {day} выиграла турнир по шашкам.",
    "В библиотеке открылась выставка рисунков, вход свободный.",
    "Автор выставки Иван {surname} родился в {year} году.",
)
_RARE = 10
"""One short document in so many is about cooperation."""


def short(path: Path, count: int, seed: int = 1, *, times: int = 1) -> Path:
    """Four sentences each, one document in ten about cooperation, no two alike; the others ``times`` as long."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            left, right = chance.sample(_CITIES, 2)
            told = (
                sentence.format(
                    left=left,
                    right=right,
                    day=chance.randint(2, 28),
                    year=chance.randint(1990, 2025),
                    surname=chance.choice(_SURNAMES),
                    field=chance.choice(_FIELDS),
                )
                for sentence in (_OTHER * times if number % _RARE else _RELEVANT)
            )
            _line(file, f"Новость номер {number}.\n\n" + " ".join(told))
    return path


def releases(path: Path, count: int) -> Path:
    """The press releases of `samples/` over and over, each time with another last sentence."""
    texts = sample_texts()
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            _line(file, f"{texts[number % len(texts)]}\n\nНомер сообщения {number}.")
    return path


def _line(file: object, text: str) -> None:
    file.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")  # type: ignore[attr-defined]
