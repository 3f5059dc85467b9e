"""Agreements and happenings, each of which may know the day of the other, kept up as documents come and go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pobratim.model.reading import Agreement, Event
from pobratim.register import agreement_rules, agreements, happenings
from pobratim.register.agreement_terms import with_successors
from pobratim.register.claims import Claim, Source
from pobratim.register.event_drafts import Draft, Drafting
from pobratim.register.growing.claimed import Claimed, Named
from pobratim.register.growing.index import Index
from pobratim.register.growing.joining import Given
from pobratim.register.growing.once import Once
from pobratim.register.growing.rows import Rows
from pobratim.register.growing.tally import Tally
from pobratim.register.known import Known
from pobratim.register.news import with_month_of_news, with_month_of_visit
from pobratim.register.occasions import Occasion, occasion_of
from pobratim.register.papers import dated_by_papers, dated_by_signings, papers_in, signed_beside
from pobratim.register.rows import AgreementRow, Happening, Row
from pobratim.register.table import Table

_Kind = tuple[str, tuple[str, ...]]


class Signed:
    """Agreements as their own claims tell of them."""

    def __init__(self, known: Known, tally: Tally, once: Once) -> None:
        self._known = known
        self._once = once
        self._claimed: Claimed[Agreement, agreement_rules.Draft] = Claimed(
            Agreement, self._draft, agreements.METHOD, tally, once
        )
        self._named: Named[agreement_rules.Draft] = Named(agreements.row_id_of)
        self.rows: Table[str, list[Row]] = Table()
        """The row of each and its contradictions."""
        self.row_of: Table[str, str] = Table()
        """By claim."""
        self.of_row: Table[str, str] = Table()
        """The agreement of each row."""
        self._told_in: Index[str] = Index()

    def update(self, sources: Mapping[str, Source | None], given: Given) -> tuple[set[str], set[str], set[str]]:
        """The agreements that changed, the rows that came, changed or went, and documents to which that may matter."""
        found = self._claimed.update(sources, given)
        changed = self._named.update({one: self._claimed.items.get(one) for one in found})
        before = [self.row(one) for one in changed if one in self.rows]
        for row in before:
            del self.of_row[row.id]
            for claim in row.claims:
                del self.row_of[claim]
        for one in changed:
            item = self._claimed.items.get(one)
            if item is None:
                self.rows.pop(one, None)
                self._told_in.put(one, ())
            else:
                self.rows[one] = self._rows_of(self._named.ids[one], item)
                self._told_in.put(one, item.documents)
        after = [self.row(one) for one in changed if one in self.rows]
        for one in changed & self.rows.keys():
            row = self.row(one)
            self.of_row[row.id] = one
            self.row_of.update(dict.fromkeys(row.claims, row.id))
        said, says = _days(before), _days(after)
        documents = {claim.split("#")[0] for claim in said.keys() | says.keys() if said.get(claim) != says.get(claim)}
        return changed, {row.id for row in (*before, *after)}, documents

    def row(self, one: str) -> AgreementRow:
        """The row of an agreement."""
        row = self.rows[one][0]
        assert isinstance(row, AgreementRow)
        return row

    def told_in(self, document: str) -> list[AgreementRow]:
        """The agreements that a document tells of."""
        return [self.row(one) for one in self._told_in.under(document)]

    def _rows_of(self, one: str, draft: agreement_rules.Draft) -> list[Row]:
        return self._once(agreements.rows_of, one, draft, self._known, of=(draft,), by=one)

    def _draft(self, claim: Claim[Agreement]) -> agreement_rules.Draft | None:
        found = self._once(agreement_rules.draft, claim, self._known, of=(claim,))
        return found if found.parties else None


def _days(rows: Iterable[AgreementRow]) -> dict[str, tuple[str | None, ...]]:
    """What a report of a signing asks of the agreement, by claim."""
    return {claim: (row.id, row.signed, row.period) for row in rows for claim in row.claims}


class Met:
    """Happenings as their own claims tell of them."""

    def __init__(self, known: Known, homes: Mapping[str, frozenset[str]], tally: Tally, once: Once) -> None:
        self._known = known
        self._once = once
        self.occasions: Table[str, Occasion] = Table()
        self.papers: Table[str, frozenset[str]] = Table()
        self._drafting = Drafting(known, homes)
        self._claimed: Claimed[Event, Draft] = Claimed(Event, self._draft, happenings.METHOD, tally, once)
        self._named: Named[Draft] = Named(happenings.row_id_of)
        self._news: Table[str, Draft] = Table()
        """With the month of which they are news."""
        self._told_in: Index[str] = Index()
        self._drafts: Table[str, Draft] = Table()
        """With all days that are known."""
        self._papers: Index[str] = Index()
        self.rows: Table[str, list[Row]] = Table()
        """The row of each and its contradictions."""

    def update(self, sources: Mapping[str, Source | None], given: Given) -> tuple[set[str], set[str]]:
        """The happenings that changed, and the agreements (rows) that were or are signed at one of them."""
        found = self._claimed.update(sources, given)
        documents: set[str] = set()
        for one in found:
            documents |= self._told_in.keys(one)
            item = self._claimed.items.get(one)
            if item is None:
                del self._news[one]
            else:
                self._news[one] = with_month_of_news(item)
            self._told_in.put(one, item.documents if item else ())
            documents |= self._told_in.keys(one)
        beside = {one for document in documents for one in self._told_in.under(document)}
        settled: dict[str, Draft | None] = dict.fromkeys(found)
        for one in beside:
            draft = with_month_of_visit(self._news[one], _ByDocument(self._news, self._told_in))
            if one in found or draft != self._drafts[one]:
                settled[one] = draft
        for one, settled_draft in settled.items():
            if settled_draft is None:
                self._drafts.pop(one, None)
            else:
                self._drafts[one] = settled_draft
        changed = self._named.update(settled)
        papers: set[str] = set()
        for one in changed:
            papers |= self._papers.keys(one)
            now = self._drafts.get(one)
            if now is None:
                self.rows.pop(one, None)
                self._papers.put(one, ())
            else:
                self.rows[one] = self._rows_of(self._named.ids[one], now)
                of_claims = (self.papers.get(claim.id, frozenset()) for claim in now.claims)
                self._papers.put(one, frozenset[str]().union(*of_claims))
            papers |= self._papers.keys(one)
        return changed, papers

    def row(self, one: str) -> Happening:
        """The row of a happening."""
        row = self.rows[one][0]
        assert isinstance(row, Happening)
        return row

    def _draft(self, claim: Claim[Event]) -> Draft | None:
        beside = signed_beside(claim.source, claim.record, self.papers)
        told_of = self.occasions.get(claim.source.id), self.papers.get(claim.id, frozenset()), beside
        return self._once(self._drafting.draft, claim, *told_of, of=(claim,), by=told_of)

    def _rows_of(self, one: str, draft: Draft) -> list[Row]:
        return self._once(happenings.rows_of, one, draft, self._known.places, of=(draft,), by=one)

    def signed_at(self, one: str) -> list[str]:
        """The rows of what was signed there, sorted."""
        return sorted(self._papers.keys(one))

    def signings(self, paper: str) -> list[str]:
        """The happenings where the agreement of that row was signed, sorted."""
        return sorted(self._papers.under(paper))


class _ByDocument(Mapping[str, Sequence[Draft]]):
    """The happenings that a document tells of, sorted by their ids."""

    def __init__(self, drafts: Mapping[str, Draft], told_in: Index[str]) -> None:
        self._drafts, self._told_in = drafts, told_in

    def __getitem__(self, document: str) -> list[Draft]:
        return [self._drafts[one] for one in sorted(self._told_in.under(document))]

    def __iter__(self) -> Iterator[str]:
        return iter({document for draft in self._drafts.values() for document in draft.documents})

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Deeds:
    """The agreements and happenings of a register in the making."""

    def __init__(
        self, known: Known, homes: Mapping[str, frozenset[str]], rows: Rows, tally: Tally, once: Once
    ) -> None:
        self._rows = rows
        self._signed = Signed(known, tally, once)
        self._met = Met(known, homes, tally, once)
        self._claims: Table[str, list[str]] = Table()
        """The claims of signings in each document."""
        self._dated: Table[str, AgreementRow] = Table()
        """Agreements with the days of their signings."""
        self._kinds: Index[_Kind] = Index()
        """Agreements that may take each other's place."""

    def update(self, sources: Mapping[str, Source | None], given: Given, all_sources: Mapping[str, Source]) -> None:
        """Look at these documents anew; None where one is no more."""
        signed, signed_rows, asking = self._signed.update(sources, given)
        told: dict[str, Source | None] = dict(sources)
        for document in {*asking, *sources}:
            source = all_sources.get(document)
            if self._has_other_papers(document, source):
                told[document] = source
        met, papers = self._met.update(told, given)
        papers |= signed_rows
        happened = met | {one for paper in signed_rows for one in self._met.signings(paper)}
        agreed = signed | {self._signed.of_row[paper] for paper in papers if paper in self._signed.of_row}
        for one in happened:
            if one in self._met.rows:
                conflicts = self._met.rows[one][1:]
                of = [self._signed.row(self._signed.of_row[paper]) for paper in self._met.signed_at(one)]
                self._rows.put(("happening", one), [dated_by_papers(self._met.row(one), of), *conflicts])
            else:
                self._rows.put(("happening", one), ())
        self._agreed(agreed)

    def _agreed(self, changed: Iterable[str]) -> None:
        kinds: set[_Kind] = set()
        for one in changed:
            kinds |= self._kinds.keys(one)
            if one in self._signed.rows:
                row = self._signed.row(one)
                signings = [self._met.row(held) for held in self._met.signings(row.id)]
                self._dated[one] = dated_by_signings(row, signings)
                self._kinds.put(one, [(row.kind, row.parties)])
            else:
                self._dated.pop(one, None)
                self._kinds.put(one, ())
                self._rows.put(("agreement", one), ())
            kinds |= self._kinds.keys(one)
        for kind in kinds:
            of_kind = sorted(self._kinds.under(kind))
            for one, row in zip(of_kind, with_successors(self._dated[one] for one in of_kind), strict=True):
                self._rows.put(("agreement", one), [row, *self._signed.rows[one][1:]])

    def _has_other_papers(self, document: str, source: Source | None) -> bool:
        """See what a document is news of and what was signed at its signings; whether that is something else now."""
        occasion = occasion_of(source, self._signed.told_in(document)) if source else None
        papers = papers_in(source, self._signed.row_of) if source else {}
        before = {claim: self._met.papers.pop(claim) for claim in self._claims.pop(document, ())}
        self._met.papers.update(papers)
        if papers:
            self._claims[document] = list(papers)
        known = self._met.occasions.pop(document, None)
        if occasion is not None:
            self._met.occasions[document] = occasion
        return occasion != known or papers != before
