"""Every address of the application, top to bottom."""

from django.contrib.auth.views import LogoutView
from django.urls import path, register_converter

from pobratim.web import languages
from pobratim.web.views import (
    account,
    add,
    attention,
    board,
    calendar,
    decisions,
    documents,
    errors,
    hand,
    lists,
    matches,
    overview,
    reports,
    review,
    roadmaps,
    search,
    sources,
    split,
    subjects,
    suggest,
    traces,
    users,
    visits,
)


class BriefForm:
    """The forms a briefing comes in."""

    regex = "docx|pdf|html"

    def to_python(self, value: str) -> str:
        return value

    to_url = to_python


class Rows:
    """The kinds of rows of which a subject's page shows the first."""

    regex = "|".join(subjects.ROWS)

    def to_python(self, value: str) -> str:
        return value

    to_url = to_python


register_converter(BriefForm, "form")
register_converter(Rows, "rows")

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("search/", search.search, name="search"),
    path("search/found.csv", search.table, {"form": "csv"}, name="search-csv"),
    path("search/found.xlsx", search.table, {"form": "xlsx"}, name="search-xlsx"),
    path("search/save", search.save, name="search-save"),
    path("search/saved/<int:number>/forget", search.forget, name="search-forget"),
    path("suggest/<str:tables>/", suggest.suggest, name="suggest"),
    path("attention/", attention.attention, name="attention"),
    # Lists
    path("ties/", lists.ties, name="ties"),
    path("places/", lists.places, name="places"),
    path("people/", lists.people, name="people"),
    path("organizations/", lists.organizations, name="organizations"),
    path("happenings/", lists.happenings, name="happenings"),
    path("agreements/", lists.agreements, name="agreements"),
    path("commitments/", board.commitments, name="commitments"),
    path("commitments/<str:commitment>/answer", board.answer, name="answer"),
    path("matches/", matches.matches, name="matches"),
    path("matches/tried", matches.tried, name="tried"),
    path("calendar.ics", calendar.calendar, name="calendar"),
    path("calendar/", calendar.feeds, name="feeds"),
    path("calendar/<int:number>/close", calendar.close, name="feed-close"),
    path("calendar/<str:token>.ics", calendar.feed, name="feed"),
    path("documents/", lists.documents, name="documents"),
    # One of them
    path("ties/<str:left>/<str:right>/", subjects.tie, name="tie"),
    path("ties/<str:left>/<str:right>/<rows:table>/", subjects.tie_rows, name="tie-rows"),
    path("ties/<str:left>/<str:right>/brief.<form:form>", subjects.brief, name="brief"),
    path("places/<str:place>/", subjects.place, name="place"),
    path("places/<str:place>/<rows:table>/", subjects.place_rows, name="place-rows"),
    path("people/<str:person>/", subjects.person, name="person"),
    path("people/<str:person>/<rows:table>/", subjects.person_rows, name="person-rows"),
    path("organizations/<str:organization>/", subjects.organization, name="organization"),
    path("organizations/<str:organization>/<rows:table>/", subjects.organization_rows, name="organization-rows"),
    path("split/<str:row>/", split.split, name="split"),
    path("documents/<str:document>/", documents.document, name="document"),
    path("documents/<str:document>/original", documents.original, name="original"),
    path("documents/<str:document>/original/<int:number>.png", documents.picture, name="original-page"),
    # Reports
    path("reports/", reports.reports, name="reports"),
    path("reports/brief/", reports.brief, name="report-brief"),
    path("reports/brief/file.<form:form>", reports.brief, name="report-brief-file"),
    path("reports/visit/", reports.visit, name="report-visit"),
    path("reports/visit/file.<form:form>", reports.visit, name="report-visit-file"),
    path("reports/year/", reports.year, name="report-year"),
    path("reports/year/file.<form:form>", reports.year, name="report-year-file"),
    # Road maps
    path("roadmaps/", roadmaps.roadmaps, name="roadmaps"),
    path("roadmaps/<str:token>/", roadmaps.uploaded, name="roadmap-uploaded"),
    path("roadmaps/<str:token>/evidence.docx", roadmaps.uploaded_file, name="roadmap-uploaded-file"),
    path("roadmaps/of/<str:document>/", roadmaps.kept, name="roadmap"),
    path("roadmaps/of/<str:document>/evidence.docx", roadmaps.kept_file, name="roadmap-file"),
    # Planned visits
    path("visits/", visits.visits, name="visits"),
    path("visits/new/", visits.new, name="visit-new"),
    path("visits/<int:number>/", visits.visit, name="visit"),
    path("visits/<int:number>/edit/", visits.edit, name="visit-edit"),
    path("visits/<int:number>/documents", visits.documents, name="visit-documents"),
    path("visits/<int:number>/drop", visits.drop, name="visit-drop"),
    path("visits/<int:number>/report/", visits.report, name="visit-report"),
    path("visits/<int:number>/programme.<form:form>", visits.file, {"what": "programme"}, name="visit-programme"),
    path("visits/<int:number>/delegation.<form:form>", visits.file, {"what": "delegation"}, name="visit-delegation"),
    path("visits/<int:number>/report.<form:form>", visits.file, {"what": "report"}, name="visit-report-file"),
    path("visits/<int:number>/visit.ics", visits.ics, name="visit-calendar"),
    # Users, and who did what
    path("sign-in/", account.sign_in, name="sign-in"),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
    path("language/", languages.choose, name="language"),
    path("account/", account.account, name="account"),
    path("users/", users.users, name="users"),
    path("users/<int:number>/role", users.role, name="user-role"),
    path("users/<int:number>/password", users.password, name="user-password"),
    path("users/<int:number>/active", users.active, name="user-active"),
    path("sources/", sources.sources, name="sources"),
    path("traces/", traces.traces, name="traces"),
    # Deciding
    path("review/", review.review, name="review"),
    path("review/pairs/", review.pairs, name="pairs"),
    path("decisions/", decisions.journal, name="journal"),
    path("decisions/<int:number>/undo", decisions.undo, name="undo"),
    path("decisions/same", decisions.same, name="same"),
    path("documents/<str:document>/facts/<str:fact>/", hand.correct, name="correct"),
    path("documents/<str:document>/facts/<str:fact>/accept", decisions.accept, name="accept"),
    path("documents/<str:document>/facts/<str:fact>/reject", decisions.reject, name="reject"),
    # Facts by hand
    path("hand/", hand.kinds, name="hand-kinds"),
    path("hand/<str:kind>/", hand.enter, name="hand"),
    # Adding documents
    path("add/", add.add, name="add"),
    path("add/<str:token>/", add.look, name="look"),
    path("add/<str:token>/keep", add.keep, name="keep"),
    path("add/<str:token>/drop", add.drop, name="drop"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
