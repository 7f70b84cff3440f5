"""Routes about what happened for a child."""

from django.urls import path

from kith.web.chronologies import (
    along,
    attaching,
    bringing,
    copies,
    giving,
    known,
    pages,
    quick,
    rows,
    together,
    versions,
)

app_name = "chronologies"
STORY = "children/<slug:child_ref>/chronology"
IMPORT = f"{STORY}/import"
BROUGHT = f"{IMPORT}/<slug:bringing_ref>"
ROW = f"{STORY}/<slug:entry_ref>"
EDITION = f"{STORY}/editions/<slug:edition_ref>"
FAMILY = f"{STORY}/family"
READER = f"{FAMILY}/<slug:person_ref>"
ATTACHED = f"{ROW}/attached/<slug:attachment_ref>"
ALONG = "rows-along"
TAKEN = f"{ALONG}/<slug:taken_ref>"

urlpatterns = [
    path(STORY, pages.page, name="page"),
    path(f"{STORY}.xlsx", copies.xlsx, name="story_xlsx"),
    path(f"{STORY}.csv", copies.csv, name="story_csv"),
    path(f"{STORY}.docx", copies.docx, name="story_docx"),
    path(f"{STORY}.pdf", copies.pdf, name="story_pdf"),
    path(IMPORT, bringing.choose, name="import"),
    path(BROUGHT, bringing.brought, name="brought"),
    path(f"{BROUGHT}/headings", bringing.headings, name="headings"),
    path(f"{BROUGHT}/take", bringing.take, name="take"),
    path(f"{BROUGHT}/undo", bringing.undo, name="undo"),
    path(f"{BROUGHT}/leave", bringing.leave, name="leave"),
    path(f"{STORY}/add", quick.add, name="add"),
    path(f"{STORY}/add/<slug:source>/<slug:source_ref>", quick.add_known, name="add_known"),
    path(f"{STORY}/known", known.known, name="known"),
    path(f"{STORY}/known/near", known.near, name="near"),
    path(f"{STORY}/known/<slug:source>/<slug:source_ref>/take", known.take_over, name="take_over"),
    path(f"{STORY}/known/<slug:source>/<slug:source_ref>/set-aside", known.set_aside, name="set_aside"),
    path(f"{STORY}/known/<slug:source>/<slug:source_ref>/offer-again", known.offer_again, name="offer_again"),
    path(FAMILY, giving.readers, name="readers"),
    path(READER, giving.give, name="give"),
    path(f"{READER}/knows/<slug:entry_ref>", giving.knows, name="knows"),
    path(f"{READER}/knows-not/<slug:entry_ref>", giving.knows_not, name="knows_not"),
    path(f"{READER}/together", together.together, name="together"),
    path(f"{READER}/together/say", together.say, name="say"),
    path(f"{READER}/together/cover", together.cover, name="cover"),
    path(f"{READER}/together/open-again", together.open_again, name="open_again"),
    path(f"{STORY}/editions", versions.editions, name="editions"),
    path(EDITION, versions.edition, name="edition"),
    path(f"{EDITION}.xlsx", copies.edition_xlsx, name="edition_xlsx"),
    path(f"{EDITION}.docx", copies.edition_docx, name="edition_docx"),
    path(f"{EDITION}.pdf", copies.edition_pdf, name="edition_pdf"),
    path(f"{STORY}/review", versions.review, name="review"),
    path(f"{STORY}/review/<slug:entry_ref>", versions.analyse, name="analyse"),
    path(ROW, pages.row, name="row"),
    path(f"{ROW}/correct", rows.correct, name="correct"),
    path(f"{ROW}/withdraw", rows.withdraw, name="withdraw"),
    path(f"{ROW}/take-back", known.take_back, name="take_back"),
    path(f"{ROW}/put-back", rows.put_back, name="put_back"),
    path(f"{ROW}/photograph", attaching.photograph, name="attach_photograph"),
    path(f"{ROW}/recording", attaching.recording, name="attach_recording"),
    path(f"{ATTACHED}/photograph", attaching.picture, name="attachment"),
    path(f"{ATTACHED}/take-out", attaching.take_out, name="take_out_attachment"),
    path(f"{ATTACHED}/put-back", attaching.put_back, name="put_back_attachment"),
    path(ALONG, along.along, name="along"),
    path(f"{ALONG}/take", along.take_along, name="take_along"),
    path(TAKEN, along.on_device, name="on_device"),
    path(f"{TAKEN}/send", along.send, name="send"),
    path(f"{TAKEN}/keep-on", along.keep_on, name="keep_on"),
    path(f"{TAKEN}/end", along.end, name="end"),
]
