"""Signings: «Минск и Сочи подписали соглашение», «состоялось подписание», «подписи поставили»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pobratim.reading.once import union
from pobratim.reading.records.agreements.governed import documents_of
from pobratim.reading.records.approvals import is_approval
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.documents import DocumentName, document_between, is_document
from pobratim.reading.records.events.drafts import Draft, has_lemma, start_draft
from pobratim.reading.records.events.meeting_sides import gather_parties
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.taking_part import acting_stands
from pobratim.reading.records.events.where import nearest
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.place_kinds import PLACE_NOUNS
from pobratim.reading.records.scenes import SIGNATURES, Scene
from pobratim.reading.records.sides.bodies import signing_companies
from pobratim.reading.records.sides.candidates import hold_forum
from pobratim.reading.records.sides.named import one_taking_part
from pobratim.reading.records.sides.of_documents import parties_of
from pobratim.reading.records.sides.reach import end_of, listed_before
from pobratim.reading.records.statuses import is_counted_from


def signing(scene: Scene, story: Story) -> Iterator[Draft]:
    """A document of the sentence, or of the one before («подписали его»), is signed."""
    verbs = list(scene.trigger_verbs("signing"))
    for index in [*verbs, *scene.trigger_nouns("signing")]:
        if not signs_document(scene, index):
            continue
        draft = start_draft(scene, "signing", index, "event.signing", 0.89)
        if draft is None:
            continue
        if is_counted_from(scene.tokens, index, scene.sentence.first):
            continue
        if is_subject_of_other(scene, index) or _was_prepared(scene, draft, index):
            continue
        if (is_had(scene, index) or _binds_friendship(scene, index)) and draft.date is None:
            continue
        if is_background(scene, index) and not _has_day(scene, draft):
            continue  # «подписанная в 2024 году дорожная карта» is told as a document, not as an event
        name = _document_of(scene, index)
        if name is not None and (is_signed_already(scene, name, index) or is_approval(scene, index, name.kind)):
            continue
        companies = signing_companies(scene, index)
        if companies:
            draft.organizations = companies
        elif _of_company(scene, index):
            continue  # «завод «Луч» подписал контракт»: with whom is not told
        elif is_general(scene, index) and not any(told(scene, index) for told in _TELLING_WHO):
            stage = _stage(scene, story) or _journey_of_two(scene, story, draft)
            if stage is None or scene.outer_stands or scene.organizations:
                continue  # «города заключили 14 соглашений»
            if draft.status not in {stage.status, "planned"}:
                continue
            draft.parties, draft.place = list(stage.parties), stage.place  # «На встрече подписаны семь меморандумов»
        elif _with_several(scene, index):
            continue
        else:
            gather_parties(scene, story, draft, index)
            _of_stage(scene, story, draft)
            if not _of_document(scene, draft, index):
                continue
        yield draft
        return


def _of_document(scene: Scene, draft: Draft, index: int) -> bool:
    """Those who sign are the sides of what they sign, as the document's own words and its clause tell; False where
    that is a contract with nobody that is named («заключил контракт с директором»)."""
    name = _document_of(scene, index)
    if name is None:
        return True
    by_id = scene.context.by_id
    behind = next((n for n in documents_of(scene).names if n.first > name.first and listed_before(scene, n)), None)
    end = end_of(scene, name) if behind is None else min(behind.first, end_of(scene, name))
    sides = parties_of(scene, name, end)
    if len(sides) < 2 and hold_forum(scene, tuple(draft.parties)):
        draft.parties = []
    if len(sides) >= 2 or one_taking_part(scene) in sides:
        draft.parties = [side for side in sides if by_id[side].type != "organization"]
        draft.organizations = [side for side in sides if by_id[side].type == "organization"]
    return bool(sides) or name.kind != "contract"


def _document_of(scene: Scene, index: int) -> DocumentName | None:
    """The first document that the word of signing governs."""
    told = documents_of(scene)
    return next((n for n in told.names if n.first in told.governed and told.governed[n.first].index == index), None)


def is_had(scene: Scene, index: int) -> bool:
    """«У Омска заключено соглашение с Брестом», «больше всего договоров подписано с Китаем (5)»: it has some, which is
    no news of their signing."""
    word = scene.tokens[index].word
    own = [token.lower for token in scene.tokens[slice(*scene.clauses.stretch_at(index))]]
    if word is None or word.pos != "PRTS":
        return False
    counted = "всего" in own and any(parse.gender == "neut" for parse in word.parses) and _OCCASION.isdisjoint(own)
    return own[0] == "у" or counted


def _binds_friendship(scene: Scene, index: int) -> bool:
    """«дружба городов скреплена договором», «связи, которые города скрепили соглашением»: how it stands between them,
    and nobody is said to sign; not «соглашением скрепили дружбу Омск и Брест»."""
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint({"скрепить", "скреплять"}) or _signed_by_person(scene, index):
        return False
    if word.pos != "PRTS" and scene.clauses.clause_at(index).kind != "which":
        return False
    first, last = scene.clauses.stretch_at(index)
    near = range(max(scene.sentence.first, first - _TO_BOND), last)
    return any(i in near for i in scene.with_lemmas(_BONDS))


_BONDS = listed("signings", "bonds")
_TO_BOND = 3
"""Tokens from «дружба» to a relative clause behind it."""
_OCCASION = listed("signings", "news")
"""«Всего | в ходе визита | подписано пять соглашений»: that is news."""


def _was_prepared(scene: Scene, draft: Draft, index: int) -> bool:
    """«Мы год готовились к подписанию этого соглашения»: it has been signed by now."""
    if draft.status != "planned" or not has_lemma(scene, index, "подписание"):
        return False
    before = [token.word for token in scene.tokens[max(scene.sentence.first, index - 4) : index] if token.word]
    prepared = any(word.lemmas & events().planned and any(p.has("past") for p in word.parses) for word in before)
    return prepared and scene.tokens[min(index + 1, scene.sentence.last - 1)].lower in {"этого", "данного"}


def is_subject_of_other(scene: Scene, index: int) -> bool:
    """«подписание соглашения будет способствовать», «важно»: what it will lead to, not that it will take place."""
    word = scene.tokens[index].word
    clause = scene.clauses.clause_at(index)
    if word is not None and word.pos == "NOUN" and word.is_case("nomn"):
        following = scene.tokens[index + 1 : min(clause.last, index + 6)]
        if any(token.lower in _VALUED for token in following):
            return True
    verb = scene.clauses.clause_at(index).verb
    governor = scene.tokens[verb].word if verb is not None and verb > index else None
    if word is None or verb is None or governor is None or word.pos != "NOUN":
        return False
    if not word.is_case("nomn"):
        return False
    likely = governor.parses[0] if governor.parses else None
    if likely is None or not likely.has("futr") or governor.lemmas & union(events().happening, events().planned):
        return False
    return governor.form not in {"будет", "будут"} or any(
        token.word is not None and token.word.pos == "INFN" and not token.word.lemmas & events().happening
        for token in scene.tokens[verb + 1 : min(scene.sentence.last, verb + 3)]
    )


_VALUED = listed("signings", "valued")


def _of_stage(scene: Scene, story: Story, draft: Draft) -> None:
    """«По его итогам подписан протокол»: between those whose session or talks were told just before."""
    if any(s.kind != "place" or s.role in {"with", "between"} for s in scene.outer_stands) or scene.in_title:
        return
    stage = _stage(scene, story)
    if stage is not None and stage.status == draft.status:
        draft.parties, draft.place = list(stage.parties), draft.place or stage.place


def _stage(scene: Scene, story: Story) -> Draft | None:
    """The session or the talks of two sides, told just before, to which «на встрече», «по итогам» refers."""
    opening = [token.lower for token in scene.tokens[scene.sentence.first : scene.sentence.first + 4]]
    if _AFTER.isdisjoint(opening) and not (opening[0] in {"на", "во"} and not _MET.isdisjoint(opening[1:3])):
        return None
    stage = story.last(scene, "forum", "meeting", within=2)
    return stage if stage is not None and len(stage.parties) == 2 else None


_MET = listed("signings", "talks")


def _journey_of_two(scene: Scene, story: Story, draft: Draft) -> Draft | None:
    """«Планируется подписание ряда документов» during a visit: the one that the document tells of, as news."""
    journey = story.journey(scene)
    if journey is None or len(journey.parties) != 2 or journey.background or draft.background or scene.in_title:
        return None
    return journey if draft.date is None or journey.date is None or draft.date == journey.date else None
_AFTER = listed("signings", "afterwards")


def _has_day(scene: Scene, draft: Draft) -> bool:
    """Is it told when, more exactly than by the year («сегодня» of an undated release too)?"""
    if draft.date is not None:
        return len(draft.date) >= len("2023-09")
    return any(date.edtf is None and date.kind == "point" for date in scene.context.dates_in(*scene.span))


def signs_document(scene: Scene, index: int) -> bool:
    """Is it a document that is signed (not a birthday card), or are signatures put?"""
    word = scene.tokens[index].word
    assert word is not None
    named = bool(documents_of(scene).names)
    if not word.lemmas.isdisjoint(SIGNATURES):
        put = scene.with_lemmas(_PUTTING)
        elsewhere = "автограф" in word.lemmas or scene.with_lemmas(frozenset({"книга"}))  # «оставил автограф на мяче»
        return bool(put) and (not elsewhere or named or _document_before(scene))
    if named:
        return True
    near = scene.tokens[max(scene.sentence.first, index - 1) : index + 2]
    return any(token.lower in {"его", "её", "ее", "их"} for token in near) and _document_before(scene)


_PUTTING = listed("signings", "putting")


def _document_before(scene: Scene) -> bool:
    """Does the sentence before name a document («Подписали его на этой неделе»)?"""
    index = scene.sentence.index - 1
    if index < 0:
        return False
    before = scene.context.layout.sentences[index]
    return document_between(scene.context, before.first, before.last) is not None


def is_general(scene: Scene, index: int) -> bool:
    """Are all documents of the sentence told of in the plural («восемь соглашений»)?"""
    word = scene.tokens[index].word
    is_noun = word is not None and word.pos == "NOUN"
    first, last = (index, index + 5) if is_noun else (scene.sentence.first, scene.sentence.last)
    nouns = [
        i
        for i in range(first, min(last, scene.sentence.last))
        if is_document(scene.tokens, i) and scene.tokens[i].word is not None
    ]
    return bool(nouns) and not any(
        (scene.is_singular(i) or _is_adjective(scene, i)) and not _is_counted(scene, i) for i in nouns
    )


def _is_counted(scene: Scene, index: int) -> bool:
    """«три документа», «14 соглашений»."""
    before = scene.tokens[index - 1] if index > scene.sentence.first else None
    return before is not None and (before.text.isdigit() or (before.word is not None and before.word.is_pos("NUMR")))


def _signed_by_person(scene: Scene, index: int) -> bool:
    """«Мэр Омска подписал дорожные карты», «делегация Омска подписала»: several, but one who signs them there."""
    word = scene.tokens[index].word
    acting = (s for s in acting_stands(scene, index) if s.end <= scene.tokens[index].start)
    by_person = any(stand.kind in {"person", "delegation"} for stand in acting)
    return word is not None and word.pos == "VERB" and by_person


def _names_sides(scene: Scene, index: int) -> bool:
    """«восемь соглашений, в том числе между Лидой и Брестом»; of «подписание соглашений» only with «между»."""
    word = scene.tokens[index].word
    naming = {"between"} if word is not None and word.pos == "NOUN" else {"with", "between"}
    return len({s.place for s in scene.outer_stands if s.role in naming}) >= 2


def _signed_by_two(scene: Scene, index: int) -> bool:
    """«Витебск и Псков подписали три меморандума»: the two stand as its subject, and no years of doing so."""
    word = scene.tokens[index].word
    if word is None or word.pos != "VERB" or any(date.kind != "point" for date in scene.dates):
        return False
    before = [s for s in scene.outer_stands if s.end <= scene.tokens[index].start]
    contain = scene.stands_of_document.contain
    before = [
        stand
        for number, stand in enumerate(before)
        if stand.kind != "place" or not any(contain(stand.place, other.place) for other in before[:number])
    ]  # «администрация Омского района | Омской области»: the second only says where it lies
    places = nearest(scene, [s.place for s in before])
    if len(places) < 2 or any(s.role != "other" for s in before):
        return False
    before = [s for s in before if s.place in places]
    return any(token.lower == "и" for token in scene.context.tokens_in(before[-2].end, before[-1].start))


def _signed_by_delegations(scene: Scene, index: int) -> bool:
    """«Меморандумы заключили делегаты Омска с представителями Бреста»: those who act for two places."""
    word = scene.tokens[index].word
    if word is None or word.pos != "VERB" or any(date.kind not in {"point", "published"} for date in scene.dates):
        return False
    first, last = scene.clauses.side_at(index)
    acting = [s for s in scene.outer_stands if first <= scene.index_at(s.start) < last and s.kind == "delegation"]
    return len({s.place for s in acting if s.role in {"other", "with"}}) == len(acting) == 2


def _signed_by_officials(scene: Scene, index: int) -> bool:
    """«Документы подписали мэр Омска И. Лаптев и аким Семея О. Тихий»: the people of two places or more."""
    word = scene.tokens[index].word
    if word is None or word.pos != "VERB" or any(date.kind not in {"point", "published"} for date in scene.dates):
        return False
    return len({s.place for s in acting_stands(scene, index) if s.kind == "person" and s.role == "other"}) >= 2


def _with_several(scene: Scene, index: int) -> bool:
    """«подписали документы с рядом регионов»: with whom is not told."""
    following = scene.tokens[index + 1 : min(scene.sentence.last, index + 16)]
    return any(
        left.lower in {"с", "со"} and right.word is not None and right.word.lemmas & _SEVERAL
        for left, right in pairwise(following)
    )


_SEVERAL = listed("signings", "several")


def _is_adjective(scene: Scene, index: int) -> bool:
    """«дорожная карта» begins with its adjective."""
    word = scene.tokens[index].word
    return word is not None and word.pos == "ADJF" and "sing" in {parse.number for parse in word.parses}


def _of_company(scene: Scene, index: int) -> bool:
    """Does a company stand in the sentence, and neither a place nor an official?"""
    by_id = scene.context.by_id
    commas = [i for i in range(scene.sentence.first, index) if scene.tokens[i].text in {",", ";", ":"}]
    first = commas[-1] if commas else scene.sentence.first
    before = [m for m in scene.organizations if first <= m.first < index]
    return not scene.stands and any(not is_authority(by_id[m.entity]) for m in before)


def is_background(scene: Scene, index: int) -> bool:
    """«подписанный в 2024 году», «была подписана ранее»: told of the document, not as news."""
    word = scene.tokens[index].word
    if word is None or word.pos not in {"PRTF", "PRTS"}:
        return False
    if word.pos == "PRTF":
        return True
    near = scene.tokens[max(scene.sentence.first, index - 3) : index + 4]
    return any(token.lower in {"ранее", "уже"} for token in near) or _in_force_since(scene, index)


def is_signed_already(scene: Scene, name: DocumentName, index: int) -> bool:
    """«утвердили | ранее подписанные соглашения»: the word at ``index``, which governs them, is not their signing."""
    start = max(scene.sentence.first, name.first - _ATTRIBUTES)
    attributes = [i for i in range(start, name.first) if i != index and scene.tokens[i].is_mostly(_PARTICIPLE)]
    return any(scene.tokens[i - 1].lower in _BY_THEN for i in attributes)


_PARTICIPLE = frozenset({"PRTF"})
_BY_THEN = frozenset({"ранее", "уже", "прежде"})
_ATTRIBUTES = 2
"""Tokens before a document's noun in which «подписанные» may stand."""


def _in_force_since(scene: Scene, index: int) -> bool:
    """«в 2024 году был подписан план, и в соответствии с ним …»: it tells what holds, not what happened."""
    after = scene.tokens[index + 1 : scene.sentence.last]
    return any(left.lower in _FOLLOWING and right.lower in _IT for left, right in pairwise(after))


_FOLLOWING = listed("signings", "following")
_IT = frozenset({"с", "него", "неё", "нее", "ему", "ей"})


def _between_the_two(scene: Scene, index: int) -> bool:
    """«подписание ряда соглашений между нашими городами», of a document about two places."""
    if len(scene.stands_of_document.pair) != 2:
        return False
    for at in range(index + 1, scene.sentence.last - 1):
        if scene.tokens[at].lower == "между":
            return any(token.word and token.word.lemmas & PLACE_NOUNS for token in scene.tokens[at + 1 : at + 4])
    return False


_TELLING_WHO = (
    _signed_by_person, _names_sides, _signed_by_two, _signed_by_delegations, _signed_by_officials, _between_the_two,
)  # fmt: skip
"""What makes a happening of «подписали соглашения»: who signed them is told."""
