"""Routes about what happened for a child."""

from django.urls import path

from kith.web.chronologies import bringing, copies, pages, rows

app_name = "chronologies"
STORY = "children/<slug:child_ref>/chronology"
IMPORT = f"{STORY}/import"
BROUGHT = f"{IMPORT}/<slug:bringing_ref>"
ROW = f"{STORY}/<slug:entry_ref>"

urlpatterns = [
    path(STORY, pages.page, name="page"),
    path(f"{STORY}.xlsx", copies.xlsx, name="story_xlsx"),
    path(f"{STORY}.csv", copies.csv, name="story_csv"),
    path(f"{STORY}.docx", copies.docx, name="story_docx"),
    path(f"{STORY}.pdf", copies.pdf, name="story_pdf"),
    path(f"{STORY}/add", rows.add, name="add"),
    path(IMPORT, bringing.choose, name="import"),
    path(BROUGHT, bringing.brought, name="brought"),
    path(f"{BROUGHT}/headings", bringing.headings, name="headings"),
    path(f"{BROUGHT}/take", bringing.take, name="take"),
    path(f"{BROUGHT}/undo", bringing.undo, name="undo"),
    path(f"{BROUGHT}/leave", bringing.leave, name="leave"),
    path(ROW, pages.row, name="row"),
    path(f"{ROW}/correct", rows.correct, name="correct"),
    path(f"{ROW}/withdraw", rows.withdraw, name="withdraw"),
    path(f"{ROW}/put-back", rows.put_back, name="put_back"),
]
