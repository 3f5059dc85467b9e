"""What the register cannot decide by itself: contradictions, documents without a date, merges nobody is sure of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pobratim.model import edtf
from pobratim.register.attention.item import Case, Item
from pobratim.register.claims import RELEVANT
from pobratim.register.naming import counted, heading, title, value
from pobratim.register.rows import Evidence, Ids, Row


def contradictions(case: Case) -> Iterator[Item]:
    """Sources differ; it waits since the first document that disagreed with another."""
    for row in case.register.conflicts:
        about = case.register.get(row.on)
        why = "источники расходятся: " + "; ".join(
            f"{value(one.value, row.slot)} — {_documents(len(one.documents))}" for one in row.values
        )
        documents = tuple(sorted({document for one in row.values for document in one.documents}))
        told = sorted(day for one in row.values if (day := case.first_told(one.documents)))
        yield Item(
            kind="contradiction", row=about.id if about else row.id, what=heading(case.register, row), why=why,
            since=told[1] if len(told) > 1 else None,
            evidence=_sentences(about, documents), documents=documents,
        )


def _sentences(about: Row | None, documents: Ids) -> tuple[Evidence, ...]:
    """What the disagreeing documents say of the row."""
    own = [*getattr(about, "evidence", ()), *(one for stage in getattr(about, "history", ()) for one in stage.evidence)]
    return tuple(dict.fromkeys(one for one in own if one.document in documents))


def _documents(count: int) -> str:
    return counted(count, "документ", "документа", "документов")


def undated_documents(case: Case) -> Iterator[Item]:
    """Documents that tell of cooperation, and nothing tells of which year they are."""
    for row in case.register.documents:
        if row.relevance >= RELEVANT and not any(edtf.bounds(row.published)):
            said = f" (известен день: {edtf.in_russian(row.published)})" if row.published else ""
            yield Item(
                kind="undated", row=row.id, what=case.register.name(row.id), documents=(row.id,),
                why=f"неизвестно, какого года документ{said}: ничто в реестре этого не решает",
            )


def unsure(case: Case) -> Iterator[Item]:
    """Two that may be one, and nobody can tell yet."""
    rows = {claim: row for row in case.register.rows() for claim in row.claims}
    for one in case.judgements:
        if one.judgement == "unsure":
            documents = tuple(dict.fromkeys(side.partition("#")[0] for side in (one.left, one.right)))
            what = " и ".join(_side(case, rows, side) for side in (one.left, one.right))
            yield Item(
                kind="unsure", row=one.left, what=f"{what}: одно и то же?", why="; ".join(one.reasons),
                since=max(filter(None, (case.first_told((document,)) for document in documents)), default=None),
                documents=documents,
            )


def _side(case: Case, rows: Mapping[str, Row], side: str) -> str:
    if side in rows:
        return title(case.register, rows[side])
    return case.names.get(side) or f"упоминание в документе «{case.register.name(side.partition('#')[0])}»"
