"""Routes of the pictures that are drawn with a child."""

from django.urls import path

from kith.web.pictures import beginning, drawing, lists, people, reading

app_name = "pictures"
CHILD = "children/<slug:child_ref>/pictures"
PICTURE = f"{CHILD}/<slug:picture_ref>"
PLACED = f"{PICTURE}/on-it/<slug:placed_ref>"

urlpatterns = [
    path(CHILD, reading.every, name="all"),
    path(f"{CHILD}/begin/<slug:kind>", beginning.begin, name="begin"),
    path(PICTURE, reading.drawn, name="drawn"),
    path(f"{PICTURE}/together", reading.together, name="together"),
    path(f"{PICTURE}/what-next", lists.what_next, name="lists"),
    path(f"{PICTURE}/place", drawing.place, name="place"),
    path(PLACED, drawing.change, name="change"),
    path(f"{PLACED}/take-off", drawing.take_off, name="take_off"),
    path(f"{PLACED}/who", people.recognise, name="recognise"),
    path(f"{PLACED}/a-name-alone", people.forget, name="forget"),
    path(f"{PLACED}/line", drawing.draw_line, name="draw_line"),
    path(f"{PICTURE}/lines/<slug:line_ref>/take-off", drawing.take_line_off, name="take_line_off"),
    path(f"{PICTURE}/undo", drawing.undo, name="undo"),
    path(f"{PICTURE}/redo", drawing.redo, name="redo"),
    path(f"{PICTURE}/finish", drawing.finish, name="finish"),
    path(f"{PICTURE}/take-out", drawing.take_out, name="take_out"),
    path(f"{PICTURE}/put-back", drawing.put_back, name="put_back"),
]
