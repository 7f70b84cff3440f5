"""Routes about what a child says and shows, the labels that others put on them, and what they wait for."""

from django.urls import path

from kith.web.voices import answering, copies, drawings, labelling, saying, waiting

app_name = "voices"
CHILD = "children/<slug:child_ref>"
VOICE = f"{CHILD}/voice/<slug:voice_ref>"

urlpatterns = [
    path(f"{CHILD}/voice", saying.page, name="page"),
    path(f"{CHILD}/voice.csv", copies.voices, {"form": "csv"}, name="voices_csv"),
    path(f"{CHILD}/voice.xlsx", copies.voices, {"form": "xlsx"}, name="voices_xlsx"),
    path(f"{CHILD}/labels.csv", copies.labels, {"form": "csv"}, name="labels_csv"),
    path(f"{CHILD}/labels.xlsx", copies.labels, {"form": "xlsx"}, name="labels_xlsx"),
    path(f"{CHILD}/voice/add", saying.add, name="add"),
    path(VOICE, saying.change, name="change"),
    path(f"{VOICE}/drawing", drawings.add, name="add_drawing"),
    path(f"{VOICE}/came/<slug:answer>", answering.add, name="answer"),
    path(f"{CHILD}/answers/<slug:answer_ref>", answering.correct, name="correct"),
    path(f"{CHILD}/answers/<slug:answer_ref>/undo", answering.undo, name="undo_correction"),
    path(f"{CHILD}/drawings/<slug:drawing_ref>", drawings.show, name="drawing"),
    path(f"{CHILD}/labels", labelling.page, name="labels"),
    path(f"{CHILD}/labels/add", labelling.add, name="add_label"),
    path(f"{CHILD}/labels/<slug:label_ref>", labelling.rate, name="rate"),
    path(f"{CHILD}/ratings/<slug:rating_ref>/view", labelling.view, name="view"),
    path(f"{CHILD}/waiting/add", waiting.add, name="add_waiting"),
    path(f"{CHILD}/waiting/<slug:waiting_ref>", waiting.change, name="change_waiting"),
    path(f"{CHILD}/told/<slug:row_ref>/take-out", saying.take_out, name="take_out"),
    path(f"{CHILD}/told/<slug:row_ref>/put-back", saying.put_back, name="put_back"),
]
