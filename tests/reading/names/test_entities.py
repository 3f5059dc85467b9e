"""Who and what a text names: the annotated examples, one entity a thing, and any text at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.model.reading import Entity
from pobratim.reading.context import Found
from pobratim.reading.names.entities import find_entities
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.text.segments import lay_out

EXAMPLES = Path(__file__).parent / "examples" / "entities.txt"


def found_in(text: str) -> Found:
    return find_entities(lay_out(text))


def blocks() -> list[tuple[str, list[str]]]:
    """The texts of the examples file and what is annotated under each."""
    result = []
    for block in EXAMPLES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            text = "\n".join(line for line in lines if not line.startswith("="))
            result.append((text, [line[2:] for line in lines if line.startswith("=")]))
    return result


def names_of(entity: Entity) -> set[str]:
    return {fold(name) for name in (entity.name, *entity.aliases)}


@pytest.mark.parametrize(("text", "annotations"), blocks(), ids=[text[:40] for text, _ in blocks()])
def test_annotated_examples(text: str, annotations: list[str]) -> None:
    entities = [entity for entity in found_in(text).entities if entity.mentions]
    wanted = {}
    for annotation in annotations:
        described, _, geonames = annotation.partition(" @ ")
        kind, _, names = described.partition(" ")
        name, *aliases = (part.strip() for part in names.split("|"))
        wanted[kind, fold(name)] = ({fold(alias) for alias in aliases}, geonames)
    assert {(entity.type, fold(entity.name)) for entity in entities} == set(wanted)
    for entity in entities:
        aliases, geonames = wanted[entity.type, fold(entity.name)]
        assert aliases <= names_of(entity)
        assert geonames in ("", str(entity.geonames))


def test_one_entity_a_thing_however_it_is_named() -> None:
    text = (
        "Председатель Мингорисполкома Иван Лапотко принял мэра Омска. "
        "В. Иванов в Минском городском исполнительном комитете не был. "
        "И. Лапотко рассказал о МАЗе. Слова Лапотко подтвердили на Минском автомобильном заводе."
    )
    found = found_in(text)
    by_name = {entity.name: entity for entity in found.entities}
    lapotko = by_name["Иван Лапотко"]
    assert [text[a:b] for a, b in lapotko.mentions] == ["Иван Лапотко", "И. Лапотко", "Лапотко"]
    assert {"И. Лапотко", "Лапотко"} <= set(lapotko.aliases)
    plant = next(e for e in found.entities if "МАЗ" in (e.name, *e.aliases))
    assert [text[a:b] for a, b in plant.mentions] == ["МАЗе", "Минском автомобильном заводе"]
    authority = next(e for e in found.entities if "Мингорисполком" in (e.name, *e.aliases))
    assert len(authority.mentions) == 2


def test_an_authority_is_one_under_the_several_names_of_its_place() -> None:
    text = "Правительство Тувы ждёт гостей. В Правительстве Республики Тыва и в Министерстве культуры Тувы рады."
    found = found_in(text)
    bodies = [len(entity.mentions) for entity in found.entities if entity.type == "organization"]
    assert bodies == [2, 1]


def test_ids_follow_the_order_of_the_text() -> None:
    found = found_in("Гомель и Брянск дружат. В Гомель приехал мэр Брянска.")
    assert [(e.id, e.name) for e in found.entities] == [("e1", "Гомель"), ("e2", "Брянск")]


def test_seat_is_the_place_an_authority_governs() -> None:
    found = found_in("Администрация Омска пригласила Посольство Республики Беларусь в России.")
    names = {entity.id: entity.name for entity in found.entities}
    seats = {names[organization]: names[place] for organization, place in found.seats.items()}
    assert seats == {"Администрация Омска": "Омск", "Посольство Республики Беларусь в России": "Беларусь"}


def test_a_place_inside_an_authoritys_name_is_named_but_no_mention_of_its_own() -> None:
    text = "Мэрия Казани ждёт гостей."
    found = found_in(text)
    kazan = next(entity for entity in found.entities if entity.name == "Казань")
    assert [text[a:b] for a, b in kazan.mentions] == ["Казани"]
    assert [text[m.start : m.end] for m in found.mentions] == ["Мэрия Казани"]


SENTENCE = (
    "Минск Омска мэр «Амкодор» А. Иванова Иванов и города области Минского район столица ( ) « » ВСТРЕЧА"
)
NAMES = (
    "горисполком 2024 МАЗ Совет депутатов Ли по в г. республика Беларусь МИД России Ким Чен Ир завод — . , ё"
)
WORDS = st.sampled_from([*SENTENCE.split(), *NAMES.split()])


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=25).map(" ".join)))
def test_any_text_is_read_and_spans_are_sound(text: str) -> None:
    found = found_in(text)
    assert found == found_in(text)
    ids = [entity.id for entity in found.entities]
    assert ids == [f"e{number}" for number in range(1, len(ids) + 1)]
    ends = [0]
    for mention in found.mentions:
        assert ends[-1] <= mention.start < mention.end <= len(text)
        assert mention.entity in ids
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        ends.append(mention.end)
    for entity in found.entities:
        assert entity.name.strip()
        assert all(0 <= a < b <= len(text) for a, b in entity.mentions)
    assert all(a in ids and b in ids for a, b in found.seats.items())
