"""The posts of people in words: «председатель Мингорисполкома», «мэр Омска»."""

from __future__ import annotations

from pobratim.model import edtf
from pobratim.reading.text.morph import lemma
from pobratim.register.rows import HeldPost, Person, Register
from pobratim.register.visits import Member
from pobratim.reports.cases import genitive
from pobratim.reports.wording import clean


def post_title(register: Register, post: HeldPost) -> str:
    """«председатель Мингорисполкома», «мэр Омска»; the title alone where it names the body itself.

    «глава администрации» of «администрация Уфы» is «глава администрации Уфы».
    """
    title = clean(post.title)
    body = clean(register.name(post.organization or post.place))
    head, _, last = title.rpartition(" ")
    if head and lemma(last) in map(lemma, body.split()):
        title = head
    already = body and body[: max(4, len(body) - 3)].lower() in title.lower()
    return f"{title} {genitive(body)}" if body and not already else title


def stated_posts(member: Member) -> list[str]:
    """What the plan of a visit calls one of the delegation: the post, and that they lead it."""
    return [*filter(None, (clean(member.post), "глава делегации" if member.head else ""))]


def posts_newest_first(person: Person) -> list[HeldPost]:
    """The posts of a person, those attested last before the others."""

    def newest(post: HeldPost) -> tuple[int, int, int]:
        return min(map(edtf.sort_key, (*post.attested, post.stated_until, post.stated_from)))

    return sorted(person.posts, key=newest)
