"""Who put their names under a document."""

from __future__ import annotations

from pobratim.model.reading import Post
from pobratim.reading.context import Mention
from pobratim.reading.records.clauses import has_lemma_between, span_between
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.named import is_beside
from pobratim.reading.text.speech import vocabulary


def signatories_of(scene: Scene, index: int) -> tuple[str, ...]:
    """The persons of the sentence beside a verb of signing, without those who only tell of it."""
    return tuple(p for p in scene.people if not _tells(scene, p, index) and not _attends(scene, p))


def _attends(scene: Scene, person: str) -> bool:
    """«в присутствии губернатора Петра Лаптева подписали …»: beside those who sign."""
    named = [m for m in scene.context.mentions_in(*scene.span, "person") if m.entity == person]
    return bool(named) and all(is_beside(scene, mention.start) for mention in named)


def heads_meant(scene: Scene, index: int, parties: tuple[str, ...]) -> tuple[str, ...]:
    """«Главы регионов подписали меморандум», «мэры подписали договор»: the one head that the text names for each."""
    first = scene.clauses.stretch_at(index)[0]
    subjects = (token.word for token in scene.tokens[first:index] if token.word is not None)
    if not any(w.lemmas & _HEADS and any(p.case == "nomn" and p.number == "plur" for p in w.parses) for w in subjects):
        return ()
    posts = scene.stands_of_document.posts
    heads = {post.person: scene.stands_of_document.place_of_person.get(post.person) for post in posts if _is_head(post)}
    each = [[person for person, place in heads.items() if place == party] for party in parties]
    return tuple(people[0] for people in each) if all(len(people) == 1 for people in each) else ()


def _is_head(post: Post) -> bool:
    """«мэр», «глава города», «председатель облисполкома», not «заместитель мэра»."""
    return post.title.split()[0] in _HEADS and post.place is not None


_HEADS = listed("signings", "heads")


def signed_by(scene: Scene, index: int) -> tuple[str, ...]:
    """«договор, подписанный | мэром Омска Петром Лаптевым»: the persons in the instrumental behind the word."""
    last = scene.clauses.stretch_at(index)[1]
    named = scene.context.mentions_in(*span_between(scene, index, last), "person")
    return tuple(dict.fromkeys(m.entity for m in named if _is_instrumental(scene, m)))


def between_people(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """«между мэром Омска Петром Лаптевым и главой Бреста Яном Котовым | подписан договор»: the two who signed it."""
    lead = next((i for i in range(first, last) if scene.tokens[i].lower == "между"), None)
    if lead is None:
        return ()
    named = scene.context.mentions_in(*span_between(scene, lead, last), "person")
    people = tuple(dict.fromkeys(m.entity for m in named if _is_instrumental(scene, m)))
    return people if len(people) == len(named) == 2 else ()


def _is_instrumental(scene: Scene, mention: Mention) -> bool:
    words = [scene.tokens[i].word for i in range(mention.first, mention.last)]
    cases = [word.cases for word in words if word is not None]
    return any("ablt" in case and not case & {"nomn", "gent"} for case in cases)


def of_these_places(scene: Scene, people: tuple[str, ...], parties: tuple[str, ...]) -> tuple[str, ...]:
    """Of the signatories those who stand for one of the parties, or for no known place."""
    place_of = scene.stands_of_document.place_of_person
    return tuple(person for person in people if place_of.get(person) is None or place_of[person] in parties)


def _tells(scene: Scene, person: str, index: int) -> bool:
    """«…, рассказала руководитель пресс-службы Анна Белова»: another clause, with a verb of speech."""
    for mention in scene.context.mentions_in(*scene.span, "person"):
        if mention.entity == person:
            first, last = scene.clauses.stretch_at(mention.first)
            if not first <= index < last and has_lemma_between(scene, first, last, vocabulary().speech):
                return True
    return False
