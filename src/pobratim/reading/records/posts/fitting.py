"""Which places an office may be of: by the kind of place that it governs, and by the countries that have it."""

from __future__ import annotations

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import Context
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.posts.held import Held
from pobratim.reading.records.posts.merging import in_full, seats
from pobratim.reading.records.titles.titles import Title
from pobratim.reading.text.morph import lemma

CHIEFS = listed("chiefs", "towns_and_districts")


def fits(context: Context, item: Held, place: str) -> bool:
    """Is it a place of the kind that the office governs?"""
    entity = context.by_id[place]
    post = item.post
    kind = _kind(post.title)
    for authority, governed in seats().authorities.items():
        if post.title.endswith(authority):
            kind = governed
    for office, countries in seats().countries.items():
        said = office == item.general or office in post.title.split()
        if said and entity.country and entity.country not in countries:
            return False  # a «горисполком» is Belarusian, an «аким» Kazakh, an «община» Armenian or Balkan
    if entity.country in seats().nowhere.get(post.title.split()[0], ()):
        return False  # Kazakhstan has no governors
    name = entity.name.lower()
    if item.general:
        wanted = seats().general.get(item.general, "")
        if wanted in PLACE_TYPES:
            kind = wanted
        elif wanted:
            return wanted in name or (item.general == "округ" and entity.type == "city" and entity.country == "RU")
    if entity.name in seats().with_governors and "губернатор" in post.title:
        return True
    if kind is None and entity.type == "country" and _is_local(post.title):
        return False
    return entity.type in PLACE_TYPES if kind is None else entity.type == kind


def _is_local(title: str) -> bool:
    """Offices below the state: «советник хокима», «глава муниципалитета»."""
    return any(lemma(word) in CHIEFS for word in title.split())


def _kind(title: str) -> str | None:
    """The kind of place that the office is always of: «врио губернатора» a region's, «мэр» a city's."""
    forms = (lemma(word) for word in in_full(title).split()[:5])
    return next((seats().kinds[form] for form in forms if form in seats().kinds), None)


def places_told(context: Context, title: Title, count: int) -> list[str]:
    """The ``count`` places that «мэры», «губернаторы» mean: exactly as many named last before, in their order."""
    start = context.layout.tokens[title.first].start
    sentence = context.sentence_at(start)
    kind = next((k for form, k in seats().kinds.items() if form == title.lemma), None)
    for first in range(sentence.index, max(-1, sentence.index - 2), -1):
        named = [
            m.entity
            for m in context.places_in(context.layout.sentences[first].start, start)
            if kind is None or context.by_id[m.entity].type == kind
        ]
        if len(set(named)) == count:
            return list(dict.fromkeys(named))
        if named:
            break
    return []
