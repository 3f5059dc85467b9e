"""What a sentence says of each document it names: signed, to be signed, no longer in force, or referred to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pobratim.reading.records.clauses import clause_of, has_lemma_between, is_mostly
from pobratim.reading.records.documents import DocumentName, document_at, nouns
from pobratim.reading.records.lexicon import documents, events
from pobratim.reading.records.scenes import SIGNATURES, Scene
from pobratim.reading.text.segments import DASHES, Token

_GOVERNING = frozenset({"VERB", "PRTS"})
DocumentStatus = Literal["signed", "planned", "ended"]

_NEAR = 8
"""Tokens between a participle and the document it belongs to."""


@dataclass(frozen=True, slots=True)
class Signing:
    """The verb or noun of signing that governs documents, and whether it happened."""

    index: int
    status: DocumentStatus
    active: bool
    """Do persons stand as its subject?"""
    participle: bool = False
    """«подписанный»: told by the way, of one document only."""


@dataclass(frozen=True)
class Documents:
    """The documents that a sentence names, and which of them each word of signing governs."""

    scene: Scene

    @cached_property
    def names(self) -> list[DocumentName]:
        """The documents, in order; what stands in brackets behind one names the same."""
        names: list[DocumentName] = []
        if not self.scene.with_lemmas(nouns()):
            return names
        index = self.scene.sentence.first
        while index < self.scene.sentence.last:
            name = document_at(self.scene.tokens, index) or self._elided(index, names)
            if name is not None:
                names.append(name)
            index = name.last if name is not None else index + 1
        return names

    def _elided(self, index: int, names: list[DocumentName]) -> DocumentName | None:
        """«план рассчитан до 2025 года, | новый, на 2026 год, подпишут летом»: the noun is not said again."""
        tokens = self.scene.tokens
        if not names or names[-1].last == index or index + 1 >= self.scene.sentence.last:
            return None
        word = tokens[index].word
        if word is None or word.lemmas.isdisjoint(documents().anew) or tokens[index - 1].lower not in {",", "а", "и"}:
            return None
        alone = tokens[index + 1].text in {",", "–", "—"} or tokens[index + 1].lower in {"на", "до"}
        return DocumentName(index, index + 1, names[-1].kind) if alone else None

    @cached_property
    def governed(self) -> dict[int, Signing]:
        """First token of a document → the signing that governs it."""
        governed: dict[int, Signing] = {}
        taken = -1
        signings = self._signings()
        limits = [*(signing.index for signing in signings[1:]), self.scene.sentence.last]
        for signing, limit in zip(signings, limits, strict=False):
            for name in self._objects(signing, taken, limit):
                governed.setdefault(name.first, signing)
            taken = signing.index
        return governed

    @cached_property
    def signing(self) -> Signing | None:
        """The first signing of the sentence, whether or not it names its document."""
        return next(iter(self._signings()), None)

    def _signings(self) -> list[Signing]:
        found: list[Signing] = []
        for index in sorted({*self.scene.trigger_verbs("signing"), *self.scene.trigger_nouns("signing")}):
            word = self.scene.tokens[index].word
            assert word is not None
            status = _status_of_signing(self.scene, index)
            if status is not None:
                active = word.parses[0].pos == "VERB" or not word.lemmas.isdisjoint(SIGNATURES)
                found.append(Signing(index, status, active, _is_participle(self.scene.tokens[index])))
        return found

    def _objects(self, signing: Signing, taken: int, limit: int) -> list[DocumentName]:
        """What is signed: the next document after the word with those joined to it, else the last before it."""
        tokens = self.scene.tokens
        before = [name for name in self.names if taken < name.first < signing.index]
        after = [name for name in self.names if signing.index < name.first < limit]
        if _is_participle(tokens[signing.index]):
            if tokens[signing.index - 1].text in {",", "("}:
                return before[-1:]
            return [name for name in after if name.first <= signing.index + _NEAR][:1]
        word = tokens[signing.index].word
        if before and word is not None and word.pos == "PRTS" and before[-1].last >= signing.index - 1:
            return [*self._subjects(signing, before), *(name for name in after if self._contrasted(name))]
        direct = [name for name in after if not is_referred(self.scene, name)] or after
        if not direct and not before:
            after = [name for name in self.names if signing.index < name.first]
            return after[:1]
        if not direct:
            free = [name for name in before if not is_referred(self.scene, name) and not self._is_object(name)]
            return self._subjects(signing, free or before)
        chosen = [direct[0]]
        if direct[0].kind == "unnamed" and tokens[direct[0].last].text == ":":
            chosen += direct[1:2]  # «подписал два документа: соглашение … и протокол …»
        for name in direct[len(chosen) :]:
            if self.joined(chosen[-1], name) or self._contrasted(name):
                chosen.append(name)
        return chosen

    def _subjects(self, signing: Signing, before: list[DocumentName]) -> list[DocumentName]:
        """The last document before the word; in the plural («подписаны») those that it is joined to as well."""
        chosen = before[-1:]
        word = self.scene.tokens[signing.index].word
        if word is None or not any(p.number == "plur" for p in word.parses if p.pos in _GOVERNING):
            return chosen
        for name in reversed(before[:-1]):
            between = self.scene.tokens[name.last : chosen[0].first]
            if not self.joined(name, chosen[0]) or any(is_mostly(token, _GOVERNING) for token in between):
                break
            chosen.insert(0, name)
        return chosen

    def _contrasted(self, name: DocumentName) -> bool:
        """«меморандумы подписаны с Омском, | а с Брестом – план»: by the same stroke."""
        lead = [token.lower for token in self.scene.tokens[max(self.scene.sentence.first, name.first - 9) : name.first]]
        return any(lead[n : n + 2] == [",", "а"] for n in range(len(lead))) and lead[-1] in DASHES

    def _is_object(self, name: DocumentName) -> bool:
        """«протокол о намерении заключить | соглашение»: it hangs on an infinitive."""
        word = self.scene.tokens[name.first - 1].word if name.first > self.scene.sentence.first else None
        return word is not None and word.pos == "INFN"

    def joined(self, left: DocumentName, right: DocumentName) -> bool:
        """«соглашение о дружбе и протокол о намерениях»: both signed by the same stroke."""
        tokens = self.scene.tokens
        position = right.first - 1
        while position > left.last and tokens[position].word and tokens[position].word.pos in {"ADJF", "PRCL"}:  # type: ignore[union-attr]
            position -= 1
        joins = tokens[position].lower in {",", "и", "также"}
        joins = joins or [t.lower for t in tokens[position : position + 2]] == ["а", "также"]
        return joins and bool(_cases(tokens[left.first]) & _cases(tokens[right.first]))


def _cases(token: Token) -> set[str | None]:
    return {parse.case for parse in token.word.parses} if token.word else set()


def _is_participle(token: Token) -> bool:
    return token.word is not None and token.word.pos == "PRTF"


def _status_of_signing(scene: Scene, index: int) -> DocumentStatus | None:
    """As of any event; «рассчитываем заключить», «готовы к подписанию» are of the future too."""
    status = scene.status(index)
    if status == "planned":
        return "planned"
    if status == "held":
        return "planned" if _is_to_come(scene, index) or _is_future(scene, index) else "signed"
    word = scene.tokens[index].word
    assert word is not None
    if status is None and word.parses[0].pos == "INFN" and _is_intended(scene, index):
        return "planned"
    return None


def _is_intended(scene: Scene, index: int) -> bool:
    """«соглашение рассчитываем заключить», «собираются подписать»: the verb before the infinitive."""
    for position in range(index - 1, max(scene.sentence.first, index - 5) - 1, -1):
        word = scene.tokens[position].word
        if word is None:
            continue
        if not word.lemmas.isdisjoint(documents().intending):
            return True
        if word.pos == "VERB" and "futr" in word.parses[0].tags:
            return True  # «делегация поедет подписывать соглашение»
    return False


def _is_to_come(scene: Scene, index: int) -> bool:
    """«подписание намечено на осень», «проект готов к подписанию»: the noun with a word of the future."""
    word = scene.tokens[index].word
    if word is None or word.parses[0].pos != "NOUN":
        return False
    first, last = clause_of(scene, index)
    return has_lemma_between(scene, first, last, documents().coming)


# ---------------------------------------------------------------- documents that no word of signing governs


def is_referred(scene: Scene, name: DocumentName) -> bool:
    """«в соответствии с дорожной картой», «в рамках Соглашения», «для реализации соглашения»."""
    for index in range(name.first - 1, max(scene.sentence.first, name.first - 7) - 1, -1):
        word = scene.tokens[index].word
        if word is None:
            return False
        if is_mostly(scene.tokens[index], _GOVERNING):
            return False  # «в его рамках подписано | соглашение»
        if not word.lemmas.isdisjoint(documents().references):
            return True
        if word.form == "по" and name.kind in {"roadmap", "plan"} and index >= name.first - 3:
            return True  # «сотрудничать по новой дорожной карте»
    return False


def is_prepared(scene: Scene, name: DocumentName) -> bool:
    """«готовили соглашение», «проект договора», «План стороны подготовят до конца января»."""
    for index in range(name.first - 1, max(scene.sentence.first, name.first - 4) - 1, -1):
        word = scene.tokens[index].word
        if word is None or not word.lemmas.isdisjoint(documents().references):
            break
        if not word.lemmas.isdisjoint(documents().settling):
            return _is_future(scene, index) or (word.pos == "INFN" and _is_due(scene, index))
        if not word.lemmas.isdisjoint(documents().preparing):
            if word.pos == "INFN" and _is_wished(scene, index):
                return False  # «мы готовы подготовить план»
            return "составить" not in word.lemmas or _is_future(scene, index)
    last = clause_of(scene, name.first)[1]
    for index in range(name.last, last):
        word = scene.tokens[index].word
        if word is not None and not word.lemmas.isdisjoint(documents().preparing):
            return _is_future(scene, index)
    return False


def _is_due(scene: Scene, index: int) -> bool:
    """«должны | согласовать», «предстоит утвердить», «договорились принять»."""
    before = scene.tokens[max(scene.sentence.first, index - 4) : index]
    return any(token.word and token.word.lemmas & documents().due for token in before)


def outcome_of(scene: Scene, name: DocumentName) -> DocumentStatus | None:
    """«итогом визита станет соглашение», «результатом переговоров стал план мероприятий»."""
    lead = [i for i in range(scene.sentence.first, name.first) if _is_outcome(scene, i)]
    if not lead:
        return None
    for index in range(lead[-1], name.first):
        word = scene.tokens[index].word
        if word is not None and "стать" in word.lemmas:
            return "planned" if _is_future(scene, index) or word.pos == "INFN" else "signed"
    return None


def _is_outcome(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint({"итог", "результат"}):
        return False
    return any(parse.case == "ablt" and parse.number == "sing" for parse in word.parses)


def _is_wished(scene: Scene, index: int) -> bool:
    before = scene.tokens[max(scene.sentence.first, index - 3) : index]
    return any(token.word and token.word.lemmas & events().unsure for token in before)


def _is_future(scene: Scene, index: int) -> bool:
    """«составят», «будет составлен»."""
    word = scene.tokens[index].word
    before = [token.lower for token in scene.tokens[max(scene.sentence.first, index - 2) : index]]
    return bool({"будет", "будут"} & set(before)) or (word is not None and any("futr" in p.tags for p in word.parses))


def is_ended(scene: Scene, name: DocumentName) -> bool:
    """«срок действия соглашения истёк», «город расторг договор»."""
    first, last = clause_of(scene, name.first)
    if has_lemma_between(scene, first, last, documents().ending):
        return True
    lead = " ".join(token.lower for token in scene.tokens[max(scene.sentence.first, name.first - 2) : name.last])
    acted = any(t.lower.startswith("действовал") for t in scene.tokens[name.last : last])
    return acted and any(stem in lead for stem in documents().former)  # «прежний план действовал до 2025 года»


def is_extended(scene: Scene, name: DocumentName) -> bool:
    """«продлили соглашение до 2028 года», «договор пролонгирован»."""
    first, last = clause_of(scene, name.first)
    return has_lemma_between(scene, first, last, documents().extending)


def is_in_force(scene: Scene, name: DocumentName) -> bool:
    """«действует соглашение», «договор действует с 2012 года», «имеется соглашение»."""
    for token in scene.tokens[name.last : scene.sentence.last]:
        if token.word is not None and "действовать" in token.word.lemmas:
            return True
    before = scene.tokens[max(scene.sentence.first, name.first - 4) : name.first]
    return any(token.word is not None and token.word.lemmas & documents().being_there for token in before)


def is_formal(scene: Scene, name: DocumentName) -> bool:
    """«отношения оформлены договором в 1991 году»: the day is that of the document."""
    before = scene.tokens[max(scene.sentence.first, name.first - 2) : name.first]
    made = documents().being_there - {"действовать", "иметься", "сила", "связывать"}
    return any(t.word and t.word.lemmas & made and t.word.pos in {"PRTS", "PRTF"} for t in before)


def adopted_by(scene: Scene, name: DocumentName) -> int | None:
    """«был принят совместный план мероприятий», «декларация принята»: the verb beside a plan or a declaration."""
    if name.kind not in {"plan", "roadmap", "statement", "protocol"}:
        return None
    positions: list[int] = [*range(max(scene.sentence.first, name.first - 3), name.first), name.last]
    for index in positions:
        word = scene.tokens[index].word if index < scene.sentence.last else None
        if word is not None and word.lemmas & documents().adopting and "past" in word.parses[0].tags:
            return index
    return None


def tells_contents(scene: Scene) -> bool:
    """A verb that says what the document does: «рассчитана», «предусматривает», «реализуется»."""
    return has_lemma_between(scene, scene.sentence.first, scene.sentence.last, documents().in_force)


def signed_participle(scene: Scene, name: DocumentName) -> int | None:
    """«подписанной в 2024 году дорожной картой», «документа, подписанного в 2023 году»."""
    after = range(name.last, min(scene.sentence.last, name.last + _NEAR))
    before = range(name.first - 1, max(scene.sentence.first, name.first - _NEAR) - 1, -1)
    positions: list[int] = [*before, *after]
    for index in positions:
        word = scene.tokens[index].word
        if word is None or word.lemmas.isdisjoint(events().verbs):
            continue
        if any("signing" in events().verbs.get(p.lemma, ()) and p.pos == "PRTF" for p in word.parses):
            comma = scene.tokens[index - 1].text == ","
            if comma == (index >= name.last):
                return index
    return None
