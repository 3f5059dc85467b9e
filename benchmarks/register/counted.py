"""What annotated articles leave out of happenings: counted, so that the generated claims leave out as much.

    python -m benchmarks.register.counted GOLD_FOLDER…

A folder holds annotations as `shared/gold` has them: JSON with `records`, and `published` where the day is known. What
annotators only concluded of a date (its slot is in `skip`) counts as none, unless it is a day.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pobratim.model import edtf

LONG_AGO = 60
"""Days after which what an article tells is no news."""

Article = Mapping[str, Any]


def articles_in(folder: Path) -> list[Article]:
    """The annotated articles of a folder."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [one for one in found if "records" in one]


def said(event: Mapping[str, Any]) -> str:
    """How exactly an event is dated: ``none``, ``day``, ``month``, ``year``, or ``open`` where the year is."""
    value = event.get("date")
    first, last = edtf.bounds(value)
    if value and (first is None or last is None):
        return "open"
    if first is None or last is None:
        return "none"
    days = (last - first).days
    exactness = "day" if days < 28 else "month" if days < 31 else "year"
    return "none" if exactness != "day" and "date" in event.get("skip", ()) else exactness


def is_look_back(event: Mapping[str, Any], written: date | None) -> bool:
    """Whether it was held long before the article was written."""
    _, last = edtf.bounds(event.get("date"))
    if event.get("status") != "held" or written is None or last is None or said(event) == "none":
        return False
    return (written - last).days > LONG_AGO


def written_on(article: Article) -> date | None:
    """The day of publication, else the last day of what it tells as held, else the first of the last year told."""
    day, exact = edtf.bounds(article.get("published"))
    if day is not None and day == exact:
        return day
    held = [one for one in article["records"] if one["type"] == "event" and one.get("status") != "planned"]
    days = [last for one in held if said(one) == "day" and (last := edtf.bounds(one["date"])[1])]
    years = [first for one in held if said(one) == "year" and (first := edtf.bounds(one["date"])[0])]
    return max(days or years, default=None)


def counted(articles: Iterable[Article]) -> dict[str, Counter[str]]:
    """By the kind of news, by look backs together, and by the dates of dated articles: what is told and what is not."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        written = written_on(article)
        dated = edtf.bounds(article.get("published"))[0] is not None
        events = [one for one in article["records"] if one["type"] == "event"]
        found["articles"]["of a known time"] += written is not None and bool(events)
        found["articles"]["that look back"] += any(is_look_back(one, written) for one in events)
        for one in events:
            if is_look_back(one, written):
                found["look back"] += Counter([one["kind"], said(one), *_told(one)])
                continue
            found[one["kind"]] += Counter(["all", *_told(one)])
            if dated:
                found["planned" if one.get("status") == "planned" else "held"] += Counter(["all", said(one)])
    return found


def _told(event: Mapping[str, Any]) -> list[str]:
    people = ("nobody", "one person", "more people")[min(len(event.get("participants", ())), 2)]
    sides = "one side" if len(event.get("parties", ())) < 2 else "both sides"
    return ["place" if event.get("place") else "no place", people, sides]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register.counted", description=__doc__.split("\n\n")[0])
    parser.add_argument("folders", type=Path, nargs="+")
    options = parser.parse_args()
    for name, counts in counted(one for folder in options.folders for one in articles_in(folder)).items():
        print(f"{name:10}", ", ".join(f"{what} {number}" for what, number in counts.most_common()))


if __name__ == "__main__":
    main()
