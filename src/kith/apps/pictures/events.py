"""What the audit record can say of drawn pictures."""

BEGUN = "pictures.picture.begun"
PLACED = "pictures.item.placed"
CHANGED = "pictures.item.changed"
TAKEN_OFF = "pictures.item.taken_off"
JOINED = "pictures.line.drawn"
PARTED = "pictures.line.taken_off"
UNDONE = "pictures.act.undone"
REDONE = "pictures.act.done_again"
FINISHED = "pictures.picture.finished"
TAKEN_OUT = "pictures.picture.taken_out"
PUT_BACK = "pictures.picture.put_back"
EXPORTED = "pictures.picture.exported"
CHECKED_OUT = "pictures.picture.checked_out"
SENT_BACK = "pictures.act.sent_back"
CHECK_OUT_ENDED = "pictures.check_out.ended"
RECOGNISED = "pictures.item.recognised"
FORGOTTEN = "pictures.item.forgotten"
DRAWN = "pictures.by_hand.drawn"
MOVED = "pictures.by_hand.moved"
RUBBED_OUT = "pictures.by_hand.rubbed_out"
FACED = "pictures.face.given"
FACE_CUT = "pictures.face.cut"
FACE_DESCRIBED = "pictures.face.described"
FACE_OFF = "pictures.face.taken_off"
PHOTOGRAPHED = "pictures.photograph.kept"
ENTERED = "pictures.photograph.entered"
NOT_ENTERED = "pictures.photograph.not_entered"

EVENTS = {
    BEGUN: "A picture was begun, or a new version of one",
    PLACED: "Somebody or something was placed on a picture",
    CHANGED: "Somebody or something on a picture was moved or described anew",
    TAKEN_OFF: "Somebody or something was taken off a picture",
    JOINED: "A line was drawn on a picture",
    PARTED: "A line was taken off a picture",
    UNDONE: "The last act on a picture was undone",
    REDONE: "An act on a picture that was undone was done again",
    FINISHED: "A picture was finished; it does not change any more",
    TAKEN_OUT: "A picture was taken out",
    PUT_BACK: "A picture was put back",
    EXPORTED: "A copy of a picture was taken out of Kith",
    CHECKED_OUT: "A picture was put on a tablet for a day, to draw on without network",
    SENT_BACK: "What was drawn on a tablet without network came back",
    CHECK_OUT_ENDED: "A picture is on a tablet no longer",
    RECOGNISED: "A name on a picture was recognised as somebody of the network",
    FORGOTTEN: "Somebody recognised on a picture is a name alone there again",
    DRAWN: "Something was drawn by hand on a picture, or a sticker put on it",
    MOVED: "A sticker on a picture was moved",
    RUBBED_OUT: "A drawing or a sticker was taken off a picture",
    FACED: "Somebody on a picture was given a photograph or a drawing of them",
    FACE_CUT: "Another part of somebody’s photograph is shown",
    FACE_DESCRIBED: "It was said anew what somebody’s photograph is, and where it may go",
    FACE_OFF: "Somebody’s photograph was taken off a picture",
    PHOTOGRAPHED: "The photograph of a paper map was kept, as a picture of a child’s",
    ENTERED: "Everybody on the photograph of a paper map was said to be entered",
    NOT_ENTERED: "Not everybody on the photograph of a paper map is entered yet",
}
