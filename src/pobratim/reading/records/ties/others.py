"""Words of twins and partners that tell of no places: of bodies, families and people, of what is named after twins, of
a likeness."""

from __future__ import annotations

from pobratim.reading.once import union
from pobratim.reading.records.clauses import has_lemma_between, span_between
from pobratim.reading.records.lexicon import documents
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import is_adjective
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.ties.rows import bearer_at, row_behind
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import DASHES


def tells_of_no_places(scene: Scene, index: int) -> bool:
    """Is the twin word at the token said of others than places?"""
    if _is_likeness(scene, index) or _is_said_of_bodies(scene, index):
        return True
    return binds_bodies(scene, index) or _is_named_after(scene, index)


def _is_likeness(scene: Scene, index: int) -> bool:
    """«как побратимы, помогают друг другу», «побратимы по оружию»."""
    word, tokens = scene.tokens[index].word, scene.tokens
    if word is None or "побратим" not in word.lemmas:
        return False
    after = [token.lower for token in tokens[index + 1 : min(index + 3, scene.sentence.last)]]
    alike = index > scene.sentence.first and tokens[index - 1].lower == "как" and after[:1] == [","]
    return alike or (after[:1] == ["по"] and after[1:2] != ["обе"])


def _is_said_of_bodies(scene: Scene, index: int) -> bool:
    """«хоры Омска и Бреста называют себя побратимами», «семьи породнились», «клубы – побратимы»: such a subject is."""
    if not _is_predicate(scene, index):
        return False
    first, last = scene.clauses.stretch_at(index)
    if _is_of_people(scene, index):
        return True
    bodies = union(documents().establishments, documents().companies, words().others)
    subjects = [i for i in scene.with_lemmas(bodies) if first <= i < last and _may_be_subject(scene.tokens[i].word)]
    return bool(subjects) and not any(_is_governed(scene, i) for i in subjects[:1])


def _is_of_people(scene: Scene, index: int) -> bool:
    """«библиотекари побратались», «породнились пожарные»: people, right beside the verb."""
    verb = scene.tokens[index].word
    if verb is None or verb.pos != "VERB":
        return False
    for at in (index - 1, index + 1):
        word = scene.tokens[at].word if scene.sentence.first <= at < scene.sentence.last else None
        if word is None or scene.mention_at(at) is not None or not word.parses:
            continue
        parse = word.parses[0]
        if parse.pos == "NOUN" and parse.case == "nomn" and parse.number == "plur" and "anim" in parse.tags:
            return True
    return False


def binds_bodies(scene: Scene, index: int) -> bool:
    """«дружеские отношения связывают | семьи из Омска и Лиды»: of those whom the verb has as its object."""
    first, last = scene.clauses.stretch_at(index)
    verbs = (i for i in scene.with_lemmas(_BINDING) if first <= i < last)
    if not any(scene.clauses.has_verb(i, i + 1) for i in verbs):
        return False
    bodies = union(documents().establishments, documents().companies, words().others)
    return any(first <= i < last and _may_be_subject(scene.tokens[i].word) and not _is_governed(scene, i)
               for i in scene.with_lemmas(bodies))  # fmt: skip


_BINDING = frozenset({"связывать", "связать", "соединять", "объединять"})


def _is_predicate(scene: Scene, index: int) -> bool:
    """«породнились», «стали побратимами», «– побратимы»: what is said of a subject."""
    word = scene.tokens[index].word
    if word is None:
        return False
    if word.pos in {"VERB", "PRTS"}:
        return True
    if word.lemmas.isdisjoint(words().bearers):
        return False
    clause = scene.clauses.stretch_at(index)
    if {parse.case for parse in word.parses if parse.pos == "NOUN"} == {"ablt"}:
        return has_lemma_between(scene, *clause, union(words().being, words().becoming)) and not _with(scene, index)
    lead = index - 1
    while lead > scene.sentence.first and is_adjective(scene, lead):
        lead -= 1
    nominative = word.is_case("nomn")
    return nominative and lead > scene.sentence.first and scene.tokens[lead].text in DASHES


def _with(scene: Scene, index: int) -> bool:
    return scene.tokens[index - 1].lower in {"с", "со", "между", "перед"}


def _may_be_subject(word: Word | None) -> bool:
    return word is not None and any(parse.pos == "NOUN" and parse.case == "nomn" for parse in word.parses)


def _is_governed(scene: Scene, index: int) -> bool:
    """«на заводы», «через музеи»: a preposition before it."""
    lead = index - 1
    while lead > scene.sentence.first and is_adjective(scene, lead):
        lead -= 1
    before = scene.tokens[lead].word
    return lead >= scene.sentence.first and before is not None and before.pos == "PREP"


def _is_named_after(scene: Scene, index: int) -> bool:
    """«конгресс породнённых городов», «аллея побратимов», «выставка о побратимстве»: a body, a place, a theme; not
    where a row of twins follows, nor a place or theme of two who are named («аллею побратимов открыли Омск и Лида»)."""
    word = scene.tokens[index].word
    if word is None:
        return False
    lead = index - 1
    while lead > scene.sentence.first and (is_adjective(scene, lead) or scene.tokens[lead].lower in {"о", "об"}):
        lead -= 1
    before = scene.tokens[lead].word if lead >= scene.sentence.first else None
    if before is None or before.lemmas.isdisjoint(words().named_after | words().leagues):
        return False
    span = span_between(scene, *scene.clauses.stretch_at(index))
    both = len({stand.place for stand in named_sides(scene, *span)}) > 1
    if both and before.lemmas.isdisjoint(words().leagues):
        return False
    about = scene.tokens[index - 1].lower in {"о", "об"}
    noun = bearer_at(scene, index)
    own = scene.tokens[noun].word if noun is not None else word
    plural = own is not None and any(parse.case == "gent" and parse.number == "plur" for parse in own.parses)
    return (about or plural) and not row_behind(scene, index)
