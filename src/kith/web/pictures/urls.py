"""Routes of the pictures that are drawn with a child."""

from django.urls import path

from kith.web.pictures import (
    asking,
    beginning,
    comparing,
    copies,
    drawing,
    ending,
    faces,
    giving,
    hand_made,
    handing,
    lists,
    offline,
    people,
    photographs,
    reading,
    sending,
)

app_name = "pictures"
CHILD = "children/<slug:child_ref>/pictures"
PICTURE = f"{CHILD}/<slug:picture_ref>"
PLACED = f"{PICTURE}/on-it/<slug:placed_ref>"
MADE = f"{PICTURE}/by-hand/<slug:made_ref>"
TABLET = f"{PICTURE}/on-a-tablet/<slug:check_out_ref>"

urlpatterns = [
    path(CHILD, reading.every, name="all"),
    path(f"{CHILD}/begin/<slug:kind>", beginning.begin, name="begin"),
    path(f"{CHILD}/from-paper", photographs.from_paper, name="from_paper"),
    path(PICTURE, reading.drawn, name="drawn"),
    path(f"{PICTURE}/photograph", photographs.photograph, name="photograph"),
    path(f"{PICTURE}/photograph/entered", photographs.entered, name="entered"),
    path(f"{PICTURE}/together", reading.together, name="together"),
    path(f"{PICTURE}/beside", comparing.beside, name="beside"),
    path(f"{PICTURE}/copies", copies.copies, name="copies"),
    path(f"{PICTURE}/give", giving.give, name="give"),
    path(f"{PICTURE}/picture.svg", copies.picture_svg, name="picture_svg"),
    path(f"{PICTURE}/picture.png", copies.picture_png, name="picture_png"),
    path(f"{PICTURE}/picture.pdf", copies.picture_pdf, name="picture_pdf"),
    path(f"{PICTURE}/what-next", lists.what_next, name="lists"),
    path(f"{PICTURE}/place", drawing.place, name="place"),
    path(PLACED, drawing.change, name="change"),
    path(f"{PLACED}/take-off", drawing.take_off, name="take_off"),
    path(f"{PLACED}/who", people.recognise, name="recognise"),
    path(f"{PLACED}/a-name-alone", people.forget, name="forget"),
    path(f"{PLACED}/face", faces.give, name="face"),
    path(f"{PLACED}/face/cut", faces.cut, name="cut_face"),
    path(f"{PLACED}/face/say", faces.describe, name="describe_face"),
    path(f"{PLACED}/face/take-off", faces.take_off, name="face_off"),
    path(f"{PLACED}/line", drawing.draw_line, name="draw_line"),
    path(f"{PICTURE}/lines/<slug:line_ref>/take-off", drawing.take_line_off, name="take_line_off"),
    path(f"{PICTURE}/by-hand", hand_made.make, name="make"),
    path(f"{MADE}/move", hand_made.move, name="move_sticker"),
    path(f"{MADE}/rub-out", hand_made.rub_out, name="rub_out"),
    path(f"{PICTURE}/undo", drawing.undo, name="undo"),
    path(f"{PICTURE}/redo", drawing.redo, name="redo"),
    path(f"{PICTURE}/finish", drawing.finish, name="finish"),
    path(f"{PICTURE}/answer", asking.answer, name="answer"),
    path(f"{PICTURE}/done", ending.done, name="done"),
    path(f"{PICTURE}/hand-over", handing.hand_over, name="hand_over"),
    path(f"{PICTURE}/cover", handing.cover, name="cover"),
    path(f"{PICTURE}/open-again", handing.open_again, name="open_again"),
    path(f"{PICTURE}/take-out", drawing.take_out, name="take_out"),
    path(f"{PICTURE}/put-back", drawing.put_back, name="put_back"),
    path(f"{PICTURE}/take-along", offline.take_along, name="take_along"),
    path(f"{PICTURE}/check-out", offline.check_out, name="check_out"),
    path(TABLET, sending.on_tablet, name="on_tablet"),
    path(f"{TABLET}/send", sending.send, name="send"),
    path(f"{TABLET}/end", sending.end, name="end_check_out"),
    path("offline/", offline.shell, name="shell"),
    path("offline/worker.js", offline.worker, name="shell_worker"),
]
