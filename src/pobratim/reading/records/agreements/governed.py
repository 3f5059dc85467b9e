"""Which documents of a sentence a word of signing governs, and whether they were signed or will be."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from pobratim.reading.kept import kept
from pobratim.reading.once import once
from pobratim.reading.records.agreements.document_states import DocumentStatus, is_future, is_referred
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.documents import DocumentName, document_at, nouns
from pobratim.reading.records.lexicon import documents, partnerships
from pobratim.reading.records.scenes import SIGNATURES, Scene
from pobratim.reading.records.statuses import is_counted_from
from pobratim.reading.text.segments import ADJECTIVE, DASHES, FINITE, INFINITIVE, Token, leading

_BARE = frozenset({"план", "программа"})
_CARRYING_OUT = frozenset({"реализация", "выполнение", "исполнение"})
_SIGNING = frozenset({"подписать", "подписывать", "подписание"})
_MAKING = frozenset({"подписание", "заключение"})
_REACH = 8
"""Tokens from «предложил» over whom it was proposed to, to «подписать»."""
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

    @kept
    def names(self) -> list[DocumentName]:
        """The documents, in order; what stands in brackets behind one names the same."""
        opening = self._elided_at_start()
        names: list[DocumentName] = [opening] if opening is not None else []
        if not self.scene.with_lemmas(nouns()):
            return names  # «план» alone is the first word of a document's name as well
        index = opening.last if opening is not None else self.scene.sentence.first
        while index < self.scene.sentence.last:
            name = document_at(self.scene.tokens, index) or self._elided(index, names) or self._bare(index)
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
        behind = tokens[index - 1].lower in {",", "а", "и"} or tokens[index - 1].is_mostly(FINITE)
        if word is None or word.lemmas.isdisjoint(documents().anew) or not behind:
            return None
        return DocumentName(index, index + 1, names[-1].kind) if self._is_alone(index) else None

    def _bare(self, index: int) -> DocumentName | None:
        """«подписали | план», «подписана совместная | программа»: right behind «подписать»; not «план
        застройки»."""
        word, following = self.scene.tokens[index].word, self.scene.tokens[index + 1 : self.scene.sentence.last][:1]
        if word is None or word.lemmas.isdisjoint(_BARE):
            return None
        if self._carries_out(index):
            return DocumentName(index, index + 1, "plan")
        if following and following[0].word is not None and following[0].word.pos not in {"PREP", "CONJ", "ADVB"}:
            return None
        signing = self.scene.tokens[leading(self.scene.tokens, index, self.scene.sentence.first, ADJECTIVE)].word
        signed = signing is not None and not signing.lemmas.isdisjoint(_SIGNING)
        return DocumentName(index, index + 1, "plan") if signed else None

    def _carries_out(self, index: int) -> bool:
        """«план | реализации соглашения», «программа выполнения российско-монгольского договора»: of a document."""
        tokens, last = self.scene.tokens, self.scene.sentence.last
        following = tokens[index + 1].word if index + 2 < last else None
        if following is None or following.lemmas.isdisjoint(_CARRYING_OUT):
            return False
        noun = next((i for i in range(index + 2, last) if not _is_passed(tokens[i])), None)
        return noun is not None and document_at(tokens, noun) is not None

    def _is_alone(self, index: int) -> bool:
        """«новый | , на 2026 год», «подписано новое | .»: no noun of its own behind it."""
        following = self.scene.tokens[index + 1]
        if following.text in {",", "–", "—"} or following.lower in {"на", "до"}:
            return True
        return following.text in {".", ";"} and self.scene.tokens[index - 1].is_mostly(FINITE)

    def _elided_at_start(self) -> DocumentName | None:
        """«Подписан план на 2026 год. | Прежний, на 2025 год, выполнен»: the noun of the sentence before."""
        scene, first = self.scene, self.scene.sentence.first
        word = scene.tokens[first].word
        if word is None or word.lemmas.isdisjoint(documents().anew) or scene.sentence.last - first < 3:
            return None
        if not self._is_alone(first) or scene.before is None:
            return None
        before = [name for name in documents_of(scene.before).names if name.kind != "unnamed"]
        noun = scene.tokens[before[0].first].word if before else None
        if noun is None or not {p.gender for p in noun.parses} & {p.gender for p in word.parses if p.case == "nomn"}:
            return None
        return DocumentName(first, first + 1, before[0].kind)

    @kept
    def governed(self) -> dict[int, Signing]:
        """First token of a document → the signing that governs it."""
        governed: dict[int, Signing] = {}
        taken = -1
        limits = [*(signing.index for signing in self._signings[1:]), self.scene.sentence.last]
        for signing, limit in zip(self._signings, limits, strict=False):
            for name in self._objects(signing, taken, limit):
                governed.setdefault(name.first, signing)
            taken = signing.index
        for before, name in pairwise(self.names):
            if before.first in governed and name.first not in governed and self._leaves_verb_out(name):
                governed[name.first] = governed[before.first]
        return governed

    def has_own_words(self, name: DocumentName) -> bool:
        """Does the document say by itself when and where it was signed («…, а договор с Лидой – 5 мая в Омске»)?"""
        signing = self.governed.get(name.first)
        return signing is not None and signing.index < name.first and self._leaves_verb_out(name)

    def _leaves_verb_out(self, name: DocumentName) -> bool:
        """«соглашение с Брестом подписано в марте, а | договор с Лидой – в мае»: a dash stands for the verb."""
        tokens, last = self.scene.tokens, self.scene.sentence.last
        lead = leading(tokens, name.first, self.scene.sentence.first, ADJECTIVE)
        if [token.lower for token in tokens[max(0, lead - 1) : lead + 1]] != [",", "а"]:
            return False
        dash = next((i for i in range(name.last, last) if tokens[i].text in DASHES), None)
        return dash is not None and not self.scene.clauses.has_verb(name.last, last)

    @kept
    def signing(self) -> Signing | None:
        """The first signing of the sentence, whether or not it names its document."""
        return next(iter(self._signings), None)

    @kept
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
        before = [name for name in before if not self._is_object(name)] or before
        if before and word is not None and word.pos == "PRTS" and before[-1].last >= signing.index - 1:
            return [*self._subjects(signing, before), *(name for name in after if self._contrasted(name))]
        if before and word is not None and word.pos == "PRTS" and self._is_subject(signing.index, before[-1], after):
            return self._subjects(signing, before)
        direct = [name for name in after if not is_referred(self.scene, name)] or after
        if not direct and not before:
            after = [name for name in self.names if signing.index < name.first]
            return after[:1]
        if not direct:
            free = [name for name in before if not is_referred(self.scene, name)]
            return self._subjects(signing, free or before)
        chosen = [direct[0]]
        after_it = tokens[direct[0].last].text if direct[0].last < len(tokens) else ""
        if direct[0].kind == "unnamed" and after_it == ":":
            chosen += direct[1:2]  # «подписал два документа: соглашение … и протокол …»
        for name in direct[len(chosen) :]:
            if self.joined(chosen[-1], name) or self._contrasted(name):
                chosen.append(name)
        return chosen

    def _is_subject(self, index: int, name: DocumentName, after: list[DocumentName]) -> bool:
        """«Соглашение о дружбе было | подписано в 2005 году, протокол к нему – в 2010-м»: it agrees with what stands
        before it, and a comma parts it from the next."""
        verb, noun = self.scene.tokens[index].word, self.scene.tokens[name.first].word
        if verb is None or noun is None or not after or self.scene.clauses.has_verb(name.last, index - 1):
            return False
        if all(token.text != "," for token in self.scene.tokens[index : after[0].first]):
            return False
        forms = {("plur" if p.number == "plur" else p.gender) for p in verb.parses if p.pos == "PRTS"}
        return any(p.case == "nomn" and ("plur" if p.number == "plur" else p.gender) in forms for p in noun.parses)

    def _subjects(self, signing: Signing, before: list[DocumentName]) -> list[DocumentName]:
        """The last document before the word; in the plural («подписаны») those that it is joined to as well."""
        chosen = before[-1:]
        word = self.scene.tokens[signing.index].word
        if word is None or not any(p.number == "plur" for p in word.parses if p.pos in FINITE):
            return chosen
        for name in reversed(before[:-1]):
            between = self.scene.tokens[name.last : chosen[0].first]
            if not self.joined(name, chosen[0]) or any(token.is_mostly(FINITE) for token in between):
                break
            chosen.insert(0, name)
        return chosen

    def _contrasted(self, name: DocumentName) -> bool:
        """«меморандумы подписаны с Омском, | а с Брестом – план»: by the same stroke."""
        lead = [token.lower for token in self.scene.tokens[max(self.scene.sentence.first, name.first - 9) : name.first]]
        return any(lead[n : n + 2] == [",", "а"] for n in range(len(lead))) and lead[-1] in DASHES

    def _is_object(self, name: DocumentName) -> bool:
        """«протокол о намерении заключить | соглашение», «о намерении заключения соглашений»: it hangs on what is to
        be done."""
        at = leading(self.scene.tokens, name.first, self.scene.sentence.first, ADJECTIVE)
        if at < self.scene.sentence.first:
            return False
        word = self.scene.tokens[at].word
        making = word is not None and not word.lemmas.isdisjoint(_MAKING)
        return making or self.scene.tokens[at].is_mostly(INFINITIVE)

    def joined(self, left: DocumentName, right: DocumentName) -> bool:
        """«соглашение о дружбе и протокол о намерениях»: both signed by the same stroke."""
        tokens = self.scene.tokens
        position = right.first - 1
        while position > left.last and _is_passed(tokens[position]):
            position -= 1
        joins = tokens[position].lower in {",", "и", "также"}
        joins = joins or [t.lower for t in tokens[position : position + 2]] == ["а", "также"]
        return joins and bool(_cases(tokens[left.first]) & _cases(tokens[right.first]))


@once
def documents_of(scene: Scene) -> Documents:
    """The documents of a sentence, looked for once for all who ask."""
    return Documents(scene)


def kind_meant(scene: Scene, name: DocumentName) -> str:
    """«Согласован план. | Документ подписали мэры»: the one kind that the sentence before names, else an agreement."""
    index = scene.sentence.index - 1
    if name.kind != "unnamed" or name.first - scene.sentence.first >= _OPENING_WORDS or index < 0:
        return "agreement"
    before = Scene(scene.context, scene.stands_of_document, scene.context.layout.sentences[index])
    kinds = {other.kind for other in documents_of(before).names if other.kind != "unnamed"}
    return kinds.pop() if len(kinds) == 1 else "agreement"


_OPENING_WORDS = 3
"""Words within which «документ» that begins a sentence stands («Этот документ …»)."""


def _is_passed(token: Token) -> bool:
    """Adjectives and a quotation mark before a document's noun."""
    return token.text in {"«", '"'} or (token.word is not None and token.word.pos in {"ADJF", "PRCL"})


def _cases(token: Token) -> frozenset[str | None]:
    return token.word.cases if token.word else frozenset()


def _is_participle(token: Token) -> bool:
    return token.word is not None and token.word.pos == "PRTF"


def _status_of_signing(scene: Scene, index: int) -> DocumentStatus | None:
    """As of any event; «рассчитываем заключить», «готовы к подписанию» are of the future too."""
    status = scene.status(index)
    word = scene.tokens[index].word
    if is_counted_from(scene.tokens, index, scene.sentence.first) or _stands_under(scene, index):
        return "signed"
    if word is not None and word.pos == "GRND" and "past" in word.parses[0].tags:
        return "signed"  # «договорились о поставках, подписав контракт»
    if status == "planned" and word is not None and word.pos == "PRTF" and "past" in word.parses[0].tags:
        return "signed"  # «намечены шаги по соглашению, | подписанному | в 2024 году»
    if status == "planned":
        return "planned"
    if status == "held":
        ahead = _is_to_come(scene, index) or is_future(scene, index) or _is_agreed_on(scene, index)
        return "planned" if ahead else "signed"
    assert word is not None
    noun = word.parses[0].pos == "NOUN"
    if (_is_thought_of if noun else _is_intended)(scene, index) and (noun or word.parses[0].pos == "INFN"):
        return "planned"
    return None


def _stands_under(scene: Scene, index: int) -> bool:
    """«под документом | стоят подписи | мэров»."""
    word = scene.tokens[index].word
    signature = word is not None and not word.lemmas.isdisjoint(SIGNATURES)
    return signature and has_lemma_between(scene, *scene.clauses.stretch_at(index), _STANDING)


_STANDING = frozenset({"стоять"})


def _is_thought_of(scene: Scene, index: int) -> bool:
    """«рассматривают возможность | подписания», «инициатива заключения договора», «подписание отложено»."""
    before = scene.tokens[max(scene.sentence.first, index - 3) : index]
    prospect = any(t.word and t.word.pos == "NOUN" and t.word.lemmas & partnerships().prospect for t in before)
    return prospect or has_lemma_between(scene, index, scene.clauses.stretch_at(index)[1], _PUT_OFF)


_PUT_OFF = frozenset({"отложить", "перенести", "отложенный", "перенесённый"})


def _is_agreed_on(scene: Scene, index: int) -> bool:
    """«договорённость о | заключении соглашения», «намерение о | подписании»: not done yet."""
    before = scene.tokens[max(scene.sentence.first, index - 3) : index]
    return bool(before) and before[-1].lower == "о" and any(
        token.word is not None and not token.word.lemmas.isdisjoint(_INTENTIONS) for token in before
    )


_INTENTIONS = frozenset({"договорённость", "договоренность", "намерение", "вопрос", "решение", "предложение"})


def _is_intended(scene: Scene, index: int) -> bool:
    """«соглашение рассчитываем заключить», «собираются подписать»: the verb before the infinitive."""
    for position in range(index - 1, max(scene.sentence.first, index - _REACH) - 1, -1):
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
    first, last = scene.clauses.stretch_at(index)
    return has_lemma_between(scene, first, last, documents().coming)
