"""Agreements: which documents the sides signed, will sign, or act under.

Every noun of a document is looked at once. It is told of when a verb of signing governs it, when the
text refers to it as being in force («в соответствии с дорожной картой»), or when it has a period.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pobratim.model.document import Basis
from pobratim.model.reading import Agreement, Event, Quote
from pobratim.reading.context import Context, DateMention, Mention
from pobratim.reading.records.agreement_merging import merge_agreements
from pobratim.reading.records.documents import DocumentName, document_at
from pobratim.reading.records.drafts import signing_companies
from pobratim.reading.records.lexicon import documents, events
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.stands import Stands, is_authority
from pobratim.reading.records.subjects import subject_of
from pobratim.reading.segments import Token

_REACH = 60
"""Tokens after a document's noun in which its parties, subject and period stand."""
_TAKING_PART = frozenset({"other", "with", "between"})


@dataclass(frozen=True, slots=True)
class _Signing:
    """The verb or noun of signing that governs a document, and whether it happened."""

    index: int
    status: str
    active: bool
    """Do persons stand as its subject?"""


def find_agreements(context: Context, stands: Stands, quotes: list[Quote], events: list[Event]) -> list[Agreement]:
    """The agreements of a document, each once; the day of a signing is that of its event."""
    found: list[Agreement] = []
    for scene in scenes(context, stands, quotes):
        signing = _signing(scene)
        names = _names(scene)
        main = _main(names, signing)
        if not names or names[0].kind == "unnamed":
            found = _add_period(scene, found)
        for name in names:
            if name is not main and _bracketed(scene, name):
                continue
            if name.kind == "unnamed":
                found.extend(_former(scene, name, found))
                continue
            draft = _draft(scene, name, signing if name is main else None, names)
            if draft is not None:
                found.append(draft)
        if signing is not None and signing.active and (main is None or main.kind == "unnamed"):
            found = _add_signatories(scene, found)
    return merge_agreements(context, [_dated_by_event(agreement, events) for agreement in found])


def _dated_by_event(agreement: Agreement, events: list[Event]) -> Agreement:
    """A signed document without a day was signed on the day of the signing told in its sentence."""
    if agreement.signed is not None or agreement.rule != "agreement.signed" or agreement.status != "signed":
        return agreement
    days = {
        (event.date, event.date_basis)
        for event in events
        if event.kind == "signing" and event.date and agreement.evidence[0] in event.evidence
    }
    if len(days) != 1:
        return agreement
    day, basis = days.pop()
    return replace(agreement, signed=day, signed_basis=basis)


# ---------------------------------------------------------------- one document's noun


def _names(scene: Scene) -> list[DocumentName]:
    names: list[DocumentName] = []
    index = scene.sentence.first
    while index < scene.sentence.last:
        name = document_at(scene.tokens, index)
        if name is not None:
            names.append(name)
            index = name.last
        else:
            index += 1
    return names


def _signing(scene: Scene) -> _Signing | None:
    """The first verb, participle or noun of signing in the sentence."""
    for index in [*scene.trigger_verbs("signing"), *scene.trigger_nouns("signing")]:
        word = scene.tokens[index].word
        assert word is not None
        status = scene.status(index)
        if status is None:
            continue
        active = word.parses[0].pos == "VERB" or "подпись" in word.lemmas
        return _Signing(index, "planned" if status == "planned" else "signed", active)
    return None


def _main(names: list[DocumentName], signing: _Signing | None) -> DocumentName | None:
    """The document that is signed: the next after the verb, else the last before it."""
    if signing is None or not names:
        return None
    after = [name for name in names if name.first > signing.index]
    return after[0] if after else names[-1]


def _bracketed(scene: Scene, name: DocumentName) -> bool:
    """«план мероприятий (дорожная карта)»: the words in brackets name the same document."""
    return name.first > scene.sentence.first and scene.tokens[name.first - 1].text == "("


def _draft(scene: Scene, name: DocumentName, signing: _Signing | None, names: list[DocumentName]) -> Agreement | None:
    referred = _is_referred(scene, name)
    participle = _signed_participle(scene, name)
    end = _end(scene, name, names)
    nested = signing is None and any(other.first < name.first for other in names)
    period = None if nested else _period(scene, name, end)
    told = period or _is_prepared(scene, name) or _in_force_verb(scene, name)
    if (
        signing is None
        and not referred
        and participle is None
        and not (_is_prepared(scene, name) or (told and _in_force(scene)))
    ):
        return None
    particular = signing is not None and (period or (signing.status == "signed" and signing.active))
    if _is_generic(scene, name) and not particular:
        return None
    signed: DateMention | None = None
    if signing is not None and signing.status == "signed":
        signed = scene.date_near(signing.index)
    elif participle is not None:
        signed = scene.date_near(participle)
    parties = _parties(scene, name, end)
    planned = (signing is not None and signing.status == "planned") or _is_prepared(scene, name)
    edtf_signed, basis = _date(signed)
    return Agreement(
        kind=_kind(scene, name),  # type: ignore[arg-type]
        parties=parties,
        signed=edtf_signed,
        signed_basis=basis,
        period=period,
        signatories=_signatories(scene) if signing and signing.active and not planned else (),
        subject=subject_of(scene, name, end),
        status="planned" if planned else "signed",
        evidence=(scene.span,),
        confidence=0.9 if signing else 0.8,
        rule="agreement.signed" if signing else "agreement.prepared" if planned else "agreement.referred",
    )


def _kind(scene: Scene, name: DocumentName) -> str:
    """The kind of the noun; what stands in brackets after it is more exact."""
    tokens = scene.tokens
    if name.last + 1 < scene.sentence.last and tokens[name.last].text == "(":
        inner = document_at(tokens, name.last + 1)
        if inner is not None and inner.kind != "unnamed":
            return inner.kind
    return name.kind


def _date(signed: DateMention | None) -> tuple[str | None, Basis | None]:
    return (signed.edtf, signed.basis) if signed is not None and signed.edtf else (None, None)


def _is_generic(scene: Scene, name: DocumentName) -> bool:
    """«несколько соглашений», «новые соглашения»: documents, but none in particular."""
    nouns = [i for i in range(name.first, name.last) if _is_noun(scene.tokens[i])]
    return bool(nouns) and not scene.is_singular(nouns[0])


def _is_referred(scene: Scene, name: DocumentName) -> bool:
    """«в соответствии с дорожной картой», «в рамках Соглашения», «для реализации соглашения»."""
    for index in range(name.first - 1, max(scene.sentence.first, name.first - 7) - 1, -1):
        word = scene.tokens[index].word
        if word is None:
            return False
        if not word.lemmas.isdisjoint(documents().references):
            return True
        if word.form == "по" and name.kind in {"roadmap", "plan"} and index >= name.first - 3:
            return True  # «сотрудничать по новой дорожной карте»
    return False


def _signed_participle(scene: Scene, name: DocumentName) -> int | None:
    """«подписанной в 2024 году дорожной картой», «документа, подписанного в 2023 году»."""
    after = range(name.last, min(scene.sentence.last, name.last + 4))
    before = range(name.first - 1, max(scene.sentence.first, name.first - 8) - 1, -1)
    positions: list[int] = [*after, *before]
    for index in positions:
        word = scene.tokens[index].word
        if word is None or word.lemmas.isdisjoint(events().verbs):
            continue
        if any("signing" in events().verbs.get(p.lemma, ()) and p.pos == "PRTF" for p in word.parses):
            return index
    return None


def _in_force(scene: Scene) -> bool:
    """A verb that says what the document does: «рассчитана», «действует», «реализуется»."""
    return any(
        token.word and token.word.lemmas & documents().in_force
        for token in scene.tokens[scene.sentence.first : scene.sentence.last]
    )


def _is_prepared(scene: Scene, name: DocumentName) -> bool:
    """«готовили соглашение», «составят дорожную карту»: the document is still to come."""
    for index in range(name.first - 1, max(scene.sentence.first, name.first - 4) - 1, -1):
        word = scene.tokens[index].word
        if word is None:
            break
        if not word.lemmas.isdisjoint(documents().preparing):
            return "составить" not in word.lemmas or any("futr" in p.tags for p in word.parses)
    for token in scene.tokens[name.last : scene.sentence.last]:  # «План стороны подготовят до конца января»
        if token.word is not None and not token.word.lemmas.isdisjoint(documents().preparing):
            return any("futr" in parse.tags for parse in token.word.parses)
    return False


def _in_force_verb(scene: Scene, name: DocumentName) -> bool:
    """«Договор … действует с 2012 года»: the document itself is said to be in force."""
    return any(
        token.word and "действовать" in token.word.lemmas for token in scene.tokens[name.last : scene.sentence.last]
    )


def _end(scene: Scene, name: DocumentName, names: list[DocumentName]) -> int:
    """Where what belongs to the noun ends: the sentence, a finite verb, or its reach."""
    for index in range(name.last, min(scene.sentence.last, name.last + _REACH)):
        word = scene.tokens[index].word
        if scene.tokens[index].text in {";", "."}:
            return index
        if word is not None and any(p.pos in {"VERB", "PRTS"} and p.score > 0.5 for p in word.parses):
            return index
    return min(scene.sentence.last, name.last + _REACH)


def _period(scene: Scene, name: DocumentName, end: int) -> str | None:
    """«на 2026–2028 годы», «до 2028 года», «рассчитана с 2026 по 2028 годы»."""
    start = scene.tokens[name.first].start
    limit = scene.sentence.end if _in_force(scene) else scene.tokens[end - 1].end
    for date in scene.context.dates_in(start, limit):
        if date.edtf and date.kind in {"period", "until"}:
            return date.edtf
    return None


def _parties(scene: Scene, name: DocumentName, end: int) -> tuple[str, ...]:
    """The places (or companies) in its own words, else those of the sentence, else the document's pair."""
    context, stands = scene.context, scene.stands_of_document
    start, stop = scene.tokens[name.first].start, scene.tokens[end - 1].end
    own = _parties_between(scene, start, stop)
    if len(own) >= 2:
        return own
    companies_alone = signing_companies(scene)
    if companies_alone:
        return tuple(companies_alone)
    strong = [s.place for s in scene.outer_stands if s.kind != "place"]
    everywhere = tuple(dict.fromkeys([*own, *strong]))
    if len(everywhere) < 2:
        everywhere = tuple(
            dict.fromkeys([*everywhere, *(s.place for s in scene.outer_stands if s.role in _TAKING_PART)])
        )
    companies = [
        mention.entity
        for mention in scene.organizations
        if not is_authority(context.by_id[mention.entity]) and not _is_location(scene, mention)
    ]
    if len(everywhere) >= 2:
        return everywhere[:2] if len(everywhere) > 4 else everywhere
    if companies and scene.speaker is None:
        return tuple(dict.fromkeys([*everywhere, *companies]))
    pair = stands.pair
    if set(everywhere) <= set(pair):
        return tuple(pair)
    others = [place for place in stands.focus if place not in everywhere]
    return (*everywhere, others[0]) if len(everywhere) == 1 and others else everywhere


def _is_location(scene: Scene, mention: Mention) -> bool:
    """«на ВДНХ», «в «Экспоцентре»»: where it was signed, not who signed."""
    before = scene.tokens[mention.first - 1] if mention.first > scene.sentence.first else None
    return before is not None and before.lower in {"на", "в", "во", "«"}


def _parties_between(scene: Scene, start: int, stop: int) -> tuple[str, ...]:
    """Places and seats of authorities named inside the document's own words («между X и Y»)."""
    inside = [s for s in scene.outer_stands if start <= s.start < stop and s.role != "in"]
    return tuple(dict.fromkeys(stand.place for stand in inside))


def _signatories(scene: Scene) -> tuple[str, ...]:
    """The persons of the sentence: whoever is named beside an active verb of signing signs."""
    return scene.people


def _is_noun(token: Token) -> bool:
    return token.word is not None and token.word.pos == "NOUN"


# ---------------------------------------------------------------- what several sentences say


def _former(scene: Scene, name: DocumentName, found: list[Agreement]) -> list[Agreement]:
    """«предыдущий документ, подписанный в 2023 году»: another document of the kind told of last."""
    participle = _signed_participle(scene, name)
    earlier = " ".join(token.lower for token in scene.tokens[max(0, name.first - 3) : name.first])
    if participle is None or not found or not any(word in earlier for word in documents().former):
        return []
    signed, basis = _date(scene.date_near(participle))
    last = next((a for a in found if a.rule == "agreement.signed"), found[-1])
    return [
        Agreement(
            kind=last.kind, parties=last.parties, signed=signed, signed_basis=basis, evidence=(scene.span,),
            confidence=0.75, rule="agreement.former",
        )
    ]  # fmt: skip


def _add_signatories(scene: Scene, found: list[Agreement]) -> list[Agreement]:
    """«Документ подписали …», «Подписи поставили …»: the signatories of the document told of last."""
    people = _signatories(scene)
    if not found or not people:
        return found
    last = found[-1]
    first_signed = next((a for a in reversed(found) if a.rule == "agreement.signed"), last)
    completed = replace(
        first_signed,
        signatories=tuple(dict.fromkeys(first_signed.signatories + people)),
        evidence=(*first_signed.evidence, scene.span),
    )
    return [completed if agreement is first_signed else agreement for agreement in found]


def _add_period(scene: Scene, found: list[Agreement]) -> list[Agreement]:
    """«Срок её действия — 2026–2028 годы», «Она рассчитана до 2028 года»: of the document told of last."""
    if not found or found[-1].period is not None or not _tells_term(scene):
        return found
    for date in scene.context.dates_in(*scene.span):
        if date.edtf and (date.kind in {"period", "until"} or "/" in date.edtf):
            completed = replace(found[-1], period=date.edtf, evidence=(*found[-1].evidence, scene.span))
            return [*found[:-1], completed]
    return found


def _tells_term(scene: Scene) -> bool:
    lemmas = {
        lemma
        for token in scene.tokens[scene.sentence.first : scene.sentence.last]
        if token.word
        for lemma in token.word.lemmas
    }
    return {"срок", "действие"} <= lemmas or not lemmas.isdisjoint({"рассчитать", "охватывать"})
