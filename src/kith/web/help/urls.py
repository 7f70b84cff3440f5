"""Routes of help now, of leaving at once, and of keeping the numbers."""

from django.urls import path

from kith.web.help import keeping, leaving, now

app_name = "help"
urlpatterns = [
    path("help-now", now.help_now, name="now"),
    path("leave", leaving.leave, name="leave"),
    path("numbers", keeping.numbers, name="numbers"),
    path("numbers/<slug:place>/change", keeping.change_number, name="change_number"),
    path("numbers/<slug:place>/checked", keeping.check_number, name="check_number"),
    path("numbers/<slug:place>/take-out", keeping.take_out_number, name="take_out_number"),
    path("numbers/<slug:place>/put-back/<int:earlier>", keeping.put_back_number, name="put_back_number"),
]
