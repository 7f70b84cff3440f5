"""Routes about what happened for a child."""

from django.urls import path

from kith.web.chronologies import giving, pages, rows, together, versions

app_name = "chronologies"
STORY = "children/<slug:child_ref>/chronology"
ROW = f"{STORY}/<slug:entry_ref>"
FAMILY = f"{STORY}/family"
READER = f"{FAMILY}/<slug:person_ref>"

urlpatterns = [
    path(STORY, pages.page, name="page"),
    path(f"{STORY}/add", rows.add, name="add"),
    path(FAMILY, giving.readers, name="readers"),
    path(READER, giving.give, name="give"),
    path(f"{READER}/knows/<slug:entry_ref>", giving.knows, name="knows"),
    path(f"{READER}/knows-not/<slug:entry_ref>", giving.knows_not, name="knows_not"),
    path(f"{READER}/together", together.together, name="together"),
    path(f"{READER}/together/say", together.say, name="say"),
    path(f"{READER}/together/cover", together.cover, name="cover"),
    path(f"{READER}/together/open-again", together.open_again, name="open_again"),
    path(f"{STORY}/editions", versions.editions, name="editions"),
    path(f"{STORY}/editions/<slug:edition_ref>", versions.edition, name="edition"),
    path(f"{STORY}/review", versions.review, name="review"),
    path(f"{STORY}/review/<slug:entry_ref>", versions.analyse, name="analyse"),
    path(ROW, pages.row, name="row"),
    path(f"{ROW}/correct", rows.correct, name="correct"),
    path(f"{ROW}/withdraw", rows.withdraw, name="withdraw"),
    path(f"{ROW}/put-back", rows.put_back, name="put_back"),
]
